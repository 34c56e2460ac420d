--------------------------- MODULE UmemProperties --------------------------
(***************************************************************************)
(* What the contract promises, sentence by sentence, each under its clause.*)
(* Sizes are counted here in plain numbers, without rounding or wrapping,  *)
(* so that nothing is checked against itself.                              *)
(***************************************************************************)
EXTENDS Umem

(* What the last step was.                                                 *)
Alloc    == answer.op = "ddi_umem_alloc"
Granted  == Alloc /\ answer.out = "granted"
Refused  == Alloc /\ answer.out = "refused"
FellAsleep == Alloc /\ answer.out = "asleep"

(* Pages that hold so many bytes.                                          *)
PagesFor(bytes) == (bytes + PageSize - 1) \div PageSize

(* What k pages take of a resource.                                        *)
TakenOf(k, pageable, r) == CASE r = "COOKIES" -> 1
                             [] r = "SWAP"    -> IF pageable THEN k ELSE 0
                             [] OTHER         -> k

(* Whether the answered call had to be served, as things are.              *)
(* An allocation of k finds a hole for certain if the others cannot leave  *)
(* holes of k - 1 only: m others leave at most m + 1.                      *)
Enough ==
  LET k == PagesFor(answer.size)
      m == Cardinality({c \in Live : live[c].kind # "TRASH"})
  IN
  /\ answer.size > 0
  /\ Profile = "documented" => ~Trash(answer.flag)
  /\ k * PageSize <= WordMax
  /\ free["COOKIES"] >= 1
  /\ ~Trash(answer.flag) =>
       k <= Capacity /\ free["PAGES"] >= k /\ free["ADDRESS"] > (k - 1) * (m + 1)
  /\ Pageable(answer.flag) => free["SWAP"] >= k

(******** ALLOC, invariants ************************************************)
RoundedUp ==            \* ALLOC.round-up
  Granted /\ answer.flag < 4 =>
    live[answer.cookie].pages = PagesFor(answer.size)

NeverShort ==           \* ALLOC.near-max-wrap, ALLOC.impossible-size
  Granted => /\ PagesFor(answer.size) * PageSize <= WordMax
             /\ answer.flag < 4 => PagesFor(answer.size) <= Capacity

PageAligned ==          \* ALLOC.page-aligned
  \A c \in Live : live[c].address % PageSize = 0

ZeroFilled ==           \* ALLOC.zero-filled: zero, or what the owner wrote
  \A c \in WithMemory : \A i \in 0..(live[c].pages * PageSize - 1) :
    memory[live[c].address + i] \in {ZERO, c}

SizeZero ==             \* ALLOC.size-zero
  Alloc /\ answer.size = 0 => Refused

RefusedOnlyIfShort ==   \* ALLOC.nosleep-null: NULL only if ...
  Refused /\ ~Sleeps(answer.flag) => ~Enough

NeverOvercommitted ==   \* ALLOC.nosleep-null: ... and NULL if it is short
  \A r \in Resources : free[r] >= 0

NosleepReturns ==       \* ALLOC.nosleep-null
  FellAsleep => Sleeps(answer.flag)

SleepNeverRefused ==    \* ALLOC.sleep-succeeds, and K-06 in illumos
  Refused /\ Sleeps(answer.flag) =>
    \/ PagesFor(answer.size) * PageSize \notin PageSize..WordMax
    \/ PagesFor(answer.size) > Capacity /\ ~Trash(answer.flag)
    \/ Trash(answer.flag) /\ Profile = "documented"
    \/ /\ Profile = "illumos" /\ Pageable(answer.flag)
       /\ free["SWAP"] < PagesFor(answer.size)

SleepsOnlyIfShort ==    \* ALLOC.sleep-succeeds: no wait for nothing
  FellAsleep => ~Enough

InterruptsDoNotSleep == \* ALLOC.context
  \A t \in Interrupts : asleep[t] = AWAKE

TrashHasNoMemory ==     \* ALLOC.trash
  \A c \in Live : live[c].kind = "TRASH" =>
    live[c].address = NULL /\ live[c].pages = 0

CookieOut ==            \* ALLOC.cookie-out
  /\ Granted => answer.cookie # NULL /\ answer.cookie \in Live
  /\ Refused => answer.cookie = NULL /\ answer.address = NULL

Disjoint ==             \* ALLOC.disjoint, also from NULL and from the end
  /\ \A c \in WithMemory :
       live[c].address \in 1..(WordMax + 1 - live[c].pages * PageSize)
  /\ \A c, d \in WithMemory :
       c # d => \/ live[c].address + live[c].pages * PageSize <= live[d].address
                \/ live[d].address + live[d].pages * PageSize <= live[c].address

LockedStays ==          \* ALLOC.default-locked
  answer.op = "page_out" /\ answer.cookie # NULL =>
    live[answer.cookie].kind = "PAGEABLE"

(******** ALLOC, steps *****************************************************)
NoAnswerNoChange ==     \* a refusal or a wait changes nothing, takes nothing
  [][answer'.op = "ddi_umem_alloc" /\ answer'.out # "granted"
       => UNCHANGED <<live, free, memory>>]_vars

TakesItsPages ==        \* ALLOC.nosleep-null: nobody else is granted them
  [][answer'.op = "ddi_umem_alloc" /\ answer'.out = "granted" /\ answer'.flag < 4 =>
       LET k == PagesFor(answer'.size) IN
       free' = [r \in Resources |-> free[r] - TakenOf(k, Pageable(answer'.flag), r)]]_vars

TrashTakesACookie ==    \* ALLOC.trash
  [][answer'.op = "ddi_umem_alloc" /\ answer'.out = "granted" /\ answer'.flag >= 4
       => free' = [free EXCEPT !["COOKIES"] = @ - 1] \/ answer' = answer]_vars

ContentsSurvive ==      \* ALLOC.pageable
  [][answer'.op = "page_out" => memory' = memory]_vars

(******** FREE and COOKIE **************************************************)
FreedWhole ==           \* FREE.entire-buffer
  [][\A c \in Live \ DOMAIN live' :
       LET k == live[c].pages IN
       free' = [r \in Resources |-> free[r] + TakenOf(k, live[c].kind = "PAGEABLE", r)]]_vars

FreeNullNoEffect ==     \* FREE.null-noop
  [][answer'.op = "ddi_umem_free" /\ answer'.cookie = NULL
       => UNCHANGED <<live, free, memory, asleep>>]_vars

CookieEnds ==           \* COOKIE.valid-interval: until the free ...
  answer.op = "ddi_umem_free" => answer.cookie \notin Live

CookieLasts ==          \* ... and no less; COOKIE.kinds: fixed for life
  [][\A c \in Live : \/ c \in DOMAIN live' /\ live'[c] = live[c]
                     \/ answer'.op = "ddi_umem_free" /\ answer'.cookie = c]_vars

(******** Sleepers *********************************************************)
OneCallAThread ==       \* ALLOC.sleep-succeeds: who sleeps is in that call
  [][/\ answer'.op \in {"ddi_umem_free", "memory_fill"} =>
          asleep[answer'.thread] = AWAKE
     /\ answer'.op = "ddi_umem_alloc" /\ asleep[answer'.thread] # AWAKE =>
          asleep[answer'.thread] = [size |-> answer'.size, flag |-> answer'.flag]]_vars

SureToWake(t) ==
  asleep[t] # AWAKE /\ ~Impossible(asleep[t].size, asleep[t].flag)
                    /\ Owed(asleep[t].flag)
                    /\ SureToFit(asleep[t].size, asleep[t].flag)

SleepersWake ==         \* ALLOC.sleep-succeeds, under Fairness
  \A t \in Threads : []<>~SureToWake(t)

NobodyIsSureToWake ==   \* must fail: else SleepersWake says nothing
  \A t \in Threads : ~SureToWake(t)
=============================================================================
