----------------------------- MODULE UmemAlloc -----------------------------
(***************************************************************************)
(* void *ddi_umem_alloc(size_t size, int flag, ddi_umem_cookie_t *cookiep) *)
(*                                                                         *)
(* A call has one of three answers: it is granted, it is refused (NULL,    *)
(* and a NULL cookie), or it sleeps; a sleeper wakes with what it asked    *)
(* for. Where two are enabled, the contract leaves both open.              *)
(***************************************************************************)
EXTENDS UmemState

(* ALLOC.context, a duty of the caller: nobody sleeps in an interrupt.     *)
MayAlloc(t, flag) ==
  Sleeps(flag) => t \notin Interrupts \/ "SleepsInInterrupt" \in Sins

(* The call of t: a new one, or the one that it is asleep in.              *)
IsCall(t, size, flag) ==
  asleep[t] \in {AWAKE, [size |-> size, flag |-> flag]}

(* ALLOC.near-max-wrap, ALLOC.impossible-size: no machine has so much.     *)
Impossible(size, flag) ==
  Wraps(size) \/ (~Trash(flag) /\ Pages(size) > Capacity)

(* May it be granted now, and must it? Between the two both are right.     *)
CanFit(size, flag) ==
  \/ \A r \in Resources : Uses(Kind(flag), Pages(size), r) <= Possible(r)
  \/ "GrantsWhenShort" \in Sins

SureToFit(size, flag) ==
  \A r \in Resources : Uses(Kind(flag), Pages(size), r) <= Certain(r)

(* ALLOC.trash is undocumented: what is in order is owed in illumos only.  *)
Owed(flag) == ~Trash(flag) \/ Profile = "illumos"

(* ALLOC.zero-filled: every byte of the rounded extent, whoever had it.    *)
Zeroed(size, k, address) ==
  CASE "ForgetsToZero" \in Sins     -> {}
    [] "ZeroesOnlyTheSize" \in Sins -> Range(address, size)
    [] OTHER                        -> Extent(address, k)

Answer(t, size, flag, out, address, cookie) ==
  [op |-> "ddi_umem_alloc", thread |-> t, size |-> size, flag |-> flag,
   out |-> out, address |-> address, cookie |-> cookie]

(* ALLOC.round-up, ALLOC.trash, ALLOC.cookie-out: an address (none if      *)
(* TRASH) and a cookie that is not live come back.                         *)
Grant(t, size, flag, address, cookie) ==
  LET kind == Kind(flag)
      k    == IF Trash(flag) THEN 0 ELSE Pages(size)
  IN
  /\ size # 0 \/ "GrantsSizeZero" \in Sins
  /\ ~Impossible(size, flag)
  /\ CanFit(size, flag)
  /\ cookie \in Cookies \ Live
  /\ IF Trash(flag) THEN address = NULL \/ "TrashGivesAddress" \in Sins
                    ELSE IsPlace(address, k)
  /\ live' = live @@ (cookie :> [kind |-> kind, address |-> address,
                                 pages |-> k])
  /\ free' = [r \in Resources |-> free[r] -
                IF r = "PAGES" /\ "TakesNoPages" \in Sins
                THEN 0 ELSE Uses(kind, Pages(size), r)]
  /\ memory' = Storing(memory, Zeroed(size, k, address), ZERO)
  /\ answer' = Answer(t, size, flag, "granted", address, cookie)

UmemAlloc(t, size, flag, address, cookie) ==
  /\ asleep[t] = AWAKE
  /\ MayAlloc(t, flag)
  /\ Grant(t, size, flag, address, cookie)
  /\ UNCHANGED asleep

(* NULL, and nothing changed, if and only if: ALLOC.size-zero;             *)
(* ALLOC.near-max-wrap and ALLOC.impossible-size, where SLEEP may also     *)
(* wait for ever; ALLOC.nosleep-null; ALLOC.trash; K-06, in illumos only.  *)
UmemAllocRefused(t, size, flag) ==
  /\ IsCall(t, size, flag)
  /\ MayAlloc(t, flag)
  /\ \/ size = 0
     \/ Impossible(size, flag)
     \/ ~Owed(flag)
     \/ ~Sleeps(flag) /\ ~SureToFit(size, flag)
     \/ /\ Profile = "illumos"
        /\ Pageable(flag)
        /\ Pages(size) > Certain("SWAP")
     \/ ~Sleeps(flag) /\ "RefusesForNothing" \in Sins
     \/ Sleeps(flag) /\ "RefusesASleeper" \in Sins
  /\ asleep' = [asleep EXCEPT ![t] = AWAKE]
  /\ answer' = Answer(t, size, flag, "refused", NULL,
                      IF "NullWithACookie" \in Sins THEN 1 ELSE NULL)
  /\ free' = [free EXCEPT !["PAGES"] =
                @ - IF "RefusalKeepsAPage" \in Sins /\ @ > 0 THEN 1 ELSE 0]
  /\ UNCHANGED <<live, memory>>

(* ALLOC.sleep-succeeds: the call is out, and may rest while it is not     *)
(* certain that it fits. It holds nothing meanwhile.                       *)
UmemAllocSleeps(t, size, flag) ==
  /\ IsCall(t, size, flag)
  /\ MayAlloc(t, flag)
  /\ size # 0
  /\ Sleeps(flag) \/ "NosleepSleeps" \in Sins
  /\ \/ Impossible(size, flag)
     \/ ~Owed(flag)
     \/ ~SureToFit(size, flag)
     \/ "SleepsForNothing" \in Sins
  /\ asleep' = [asleep EXCEPT ![t] = [size |-> size, flag |-> flag]]
  /\ answer' = Answer(t, size, flag, "asleep", NULL, NULL)
  /\ UNCHANGED <<live, free, memory>>

(* ALLOC.sleep-succeeds: in no order among sleepers, but see Fairness.     *)
UmemAllocWakes(t, address, cookie) ==
  /\ asleep[t] # AWAKE
  /\ "NeverWakes" \notin Sins
  /\ Grant(t, asleep[t].size, asleep[t].flag, address, cookie)
  /\ asleep' = [asleep EXCEPT ![t] = AWAKE]
=============================================================================
