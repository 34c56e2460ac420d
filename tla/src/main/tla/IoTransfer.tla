----------------------------- MODULE IoTransfer ----------------------------
(***************************************************************************)
(* What is done with a buf: its transfer, as from strategy(9E), and        *)
(* void freerbuf(struct buf *bp).                                          *)
(***************************************************************************)
EXTENDS UmemIosetup

(* IOSETUP.free, a duty of the caller: a live buf, freed once.             *)
MayUse(b) == b \in Set

(* IOSETUP.success: the bytes that a transfer reaches, in the space of the *)
(* buf; all of its range and no other. They are what the process itself    *)
(* sees there (LOCK.stable-content).                                       *)
Reached(b) ==
  IF "TransfersWholePages" \in Sins
  THEN {a \in Word : \E x \in Range(buf[b].addr, buf[b].len) :
                       DownTo(a, PageSize) = DownTo(x, PageSize)}
  ELSE Range(buf[b].addr, buf[b].len)

(* B_READ: every byte is stored as one value. B_WRITE: every byte is       *)
(* compared with it, and the first that differs is told, as an offset.     *)
NOWHERE == -1

Least(S) == CHOOSE x \in S : \A y \in S : x <= y

Differs(b, value) ==
  {i \in 0..(buf[b].len - 1) :
     memory[buf[b].proc][Plus(buf[b].addr, i)] # value}

Strategy(t, b, value) ==
  /\ MayUse(b)
  /\ LET d == buf[b]
         stores == d.direction = B_READ \/ "StoresWhatItShouldTake" \in Sins
         at == IF d.direction = B_READ \/ Differs(b, value) = {}
               THEN NOWHERE ELSE Least(Differs(b, value))
     IN
     /\ memory' = IF ~stores THEN memory
                  ELSE [memory EXCEPT ![d.proc] =
                          [a \in Word |-> IF a \in Reached(b) THEN value
                                                            ELSE @[a]]]
     /\ answer' = [op |-> "strategy", thread |-> t, buf |-> b, value |-> value,
                   at |-> at,
                   found |-> IF at = NOWHERE THEN 0
                             ELSE memory[d.proc][Plus(d.addr, at)]]
  /\ UNCHANGED <<live, buf, short, used>>

(* IOSETUP.free: the buf is gone; its cookie, and every other buf, is as   *)
(* it was.                                                                 *)
Freerbuf(t, b) ==
  /\ MayUse(b)
  /\ buf' = [d \in Set \ {b} |-> buf[d]]
  /\ live' = IF "FreesTheCookieToo" \in Sins
             THEN [c \in Live \ {buf[b].cookie} |-> live[c]]
             ELSE live
  /\ answer' = [op |-> "freerbuf", thread |-> t, buf |-> b]
  /\ UNCHANGED <<memory, short, used>>
=============================================================================
