-------------------------- MODULE UmemIoProperties -------------------------
(***************************************************************************)
(* What the contract of bufs promises, sentence by sentence, each under    *)
(* its clause. Offsets and ends are counted here in plain numbers, so that *)
(* nothing is checked against itself.                                      *)
(***************************************************************************)
EXTENDS UmemIo

(* What the last step was, and what was asked.                             *)
OfSetup   == answer.op = "ddi_umem_iosetup"
WasGiven  == OfSetup /\ answer.out = "given"
WasNull   == OfSetup /\ answer.out = "refused"
Offset    == answer.off - (IF 2 * answer.off > WordMax THEN WordMax + 1 ELSE 0)
Cookie    == live[answer.cookie]
New       == buf[answer.buf]

(* No clause that names an argument is broken by what was asked.           *)
InOrder ==
  /\ Cookie.kind = "LOCKED" \/ Cookie.kind = "NON_PAGEABLE"
  /\ Offset >= 0 /\ Offset + answer.len <= Cookie.size
  /\ answer.direction = B_READ \/ answer.direction = B_WRITE
  /\ answer.sleepflag = SLEEP \/ answer.sleepflag = NOSLEEP

(******** Invariants *******************************************************)
WithinTheCookie ==      \* IOSETUP.in-bounds
  WasGiven => Offset >= 0 /\ Offset + answer.len <= Cookie.size

NoNegativeOffset ==     \* IOSETUP.negative-offset
  WasGiven => Offset >= 0

NoLenOverSize ==        \* IOSETUP.len-over-size: whatever the offset
  WasGiven => answer.len <= Cookie.size

KindAsked ==            \* IOSETUP.kind, K-11
  WasGiven => Cookie.kind \notin {"PAGEABLE", "TRASH"}

DirectionIsOne ==       \* IOSETUP.direction-valid
  WasGiven => answer.direction \in {B_READ, B_WRITE}

SleepflagIsOne ==       \* IOSETUP.sleepflag-valid
  WasGiven => answer.sleepflag \in {SLEEP, NOSLEEP}

DescribesTheRange ==    \* IOSETUP.success, IOSETUP.address
  WasGiven /\ Offset \in 0..Cookie.size =>
    /\ New.proc = Cookie.proc
    /\ New.addr = Cookie.addr + Offset
    /\ New.len = answer.len

CarriesWhatWasGiven ==  \* IOSETUP.fields
  WasGiven => /\ New.cookie = answer.cookie
              /\ New.direction = answer.direction
              /\ New.blkno = answer.blkno

SleepIsNotNull ==       \* IOSETUP.nosleep-null: SLEEP does not fail for that
  WasNull /\ answer.sleepflag = SLEEP => ~InOrder \/ answer.len = 0

StaysInItsCookie ==     \* COOKIE.no-buf-reference, COOKIE.many-users:
  \A b \in Set :        \* no buf reaches a page that is not its cookie's
    /\ buf[b].cookie \in Live
    /\ LET c == live[buf[b].cookie] IN
       /\ buf[b].proc = c.proc
       /\ c.addr <= buf[b].addr
       /\ buf[b].addr + buf[b].len <= c.addr + c.size

NeverAgainstTheLock ==  \* IOSETUP.direction-compatible
  \A b \in Set : buf[b].cookie \in Live =>
    LET c == live[buf[b].cookie] IN
    c.kind = "LOCKED" =>
      /\ buf[b].direction = B_READ => c.flags \in {2, 3}
      /\ buf[b].direction = B_WRITE => c.flags \in {1, 3}

NoSleepInInterrupt ==   \* IOSETUP.context
  OfSetup /\ answer.thread \in Interrupts => answer.sleepflag # SLEEP

RECURSIVE Locked(_)
Locked(C) == IF C = {} THEN 0
             ELSE LET c == CHOOSE x \in C : TRUE
                  IN  live[c].size + Locked(C \ {c})

NoCharge ==             \* IOSETUP.no-charge: locks are counted, bufs are not
  used = Locked({c \in Live : live[c].kind = "LOCKED"})

(******** Steps ************************************************************)
Now(op)    == answer'.op = op
SetUp(out) == Now("ddi_umem_iosetup") /\ answer'.out = out

NosleepNullForACause == \* IOSETUP.success, IOSETUP.kind, IOSETUP.multiple,
  [][SetUp("refused") /\ answer'.sleepflag = NOSLEEP
       => ~InOrder' \/ answer'.len = 0 \/ short]_vars     \* IOSETUP.nosleep-null

ShortIsNull ==          \* IOSETUP.nosleep-null: NULL if there is no memory
  [][SetUp("given") /\ answer'.sleepflag = NOSLEEP
       => ~short]_vars

NullChangesNothing ==   \* a refusal changes nothing, leaks nothing
  [][SetUp("refused")
       => UNCHANGED <<live, buf, memory, used>>]_vars

EachItsOwn ==           \* IOSETUP.multiple: a new buf, and no other is changed
  [][SetUp("given") =>
       /\ answer'.buf \notin Set
       /\ DOMAIN buf' = Set \cup {answer'.buf}
       /\ \A b \in Set : buf'[b] = buf[b]
       /\ UNCHANGED <<live, memory>>]_vars

FreerbufLeavesTheRest == \* IOSETUP.free
  [][Now("freerbuf") =>
       /\ DOMAIN buf' = Set \ {answer'.buf}
       /\ \A b \in DOMAIN buf' : buf'[b] = buf[b]
       /\ UNCHANGED <<live, memory, used>>]_vars

TransfersTheRange ==    \* IOSETUP.success, IOSETUP.page-list
  [][Now("strategy") =>
       LET d == buf[answer'.buf] IN
       d.direction = B_READ =>
         \A s \in Spaces, a \in Word :
           memory'[s][a] = IF s = d.proc /\ a >= d.addr /\ a < d.addr + d.len
                           THEN answer'.value ELSE memory[s][a]]_vars

TakesTheRange ==        \* IOSETUP.success: B_WRITE tells, and stores nothing
  [][Now("strategy") =>
       LET d == buf[answer'.buf]
           n == IF answer'.at = NOWHERE THEN d.len ELSE answer'.at
       IN d.direction = B_WRITE =>
         /\ memory' = memory
         /\ \A i \in 0..(n - 1) : memory[d.proc][d.addr + i] = answer'.value
         /\ n < d.len => /\ memory[d.proc][d.addr + n] = answer'.found
                         /\ answer'.found # answer'.value]_vars
=============================================================================
