----------------------------- MODULE LockUsage -----------------------------
(***************************************************************************)
(* What a lock is charged, who carries it, and what it is held against.    *)
(* Test and charge are one step (ACCT.atomic).                             *)
(***************************************************************************)
EXTENDS LockRequest

(* ACCT.project-limit, ACCT.zone-limit, ACCT.includes-request,             *)
(* ACCT.exactly-at-limit. No limit is above the largest word, so that      *)
(* ACCT.overflow is in it.                                                 *)
FitsIn(h, len) ==
  CASE "IgnoresTheRequest" \in Sins -> used[h] < limit[h]
    [] "DeniesAtTheLimit" \in Sins  -> used[h] + len < limit[h]
    [] OTHER                        -> used[h] + len <= limit[h]

Fits(j, len) == FitsIn(j, len) /\ FitsIn(ZONE, len)

(* ACCT.full-price, ACCT.exact-size: the length, whoever else locks there. *)
Price(r) ==
  IF "ChargesDistinctPages" \in Sins
  THEN PageSize * Cardinality({a \in PagesOf(r.addr, r.len) :
                                 pins[r.proc][a] = 0})
  ELSE r.len

Charge(j, bytes) == [used EXCEPT ![j] = @ + bytes, ![ZONE] = @ + bytes]
Credit(j, bytes) == [used EXCEPT ![j] = @ - bytes, ![ZONE] = @ - bytes]

(* ACCT.unlimited-bypass: in illumos a lock may go uncounted while neither *)
(* project nor zone is limited. Documented, every lock is counted (K-03).  *)
MayGoUncounted(j) ==
  /\ Illumos
  /\ limit[j] = UNLIMITED
  /\ limit[ZONE] = UNLIMITED \/ "ForgetsTheZone" \in Sins

(* What is left counted of a denial: nothing (ACCT.both-or-nothing).       *)
AfterDenial(j, len) ==
  IF "TestsTheZoneLate" \in Sins /\ FitsIn(j, len)
  THEN [used EXCEPT ![j] = @ + len]
  ELSE used
=============================================================================
