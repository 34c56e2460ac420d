--------------------------- MODULE LockControls ----------------------------
(***************************************************************************)
(* Limits are set, and processes join other projects.                      *)
(***************************************************************************)
EXTENDS LockEvents

(* ACCT.limit-lowered: to anything, whatever is in use. What went          *)
(* uncounted stays so (ACCT.limit-imposed-later).                          *)
SetLimit(h, bytes) ==
  /\ limit' = [limit EXCEPT ![h] = bytes]
  /\ answer' = [op |-> "set_limit", holder |-> h, bytes |-> bytes]
  /\ UNCHANGED <<lock, call, proc, pages, event, pins, used, queue>>

Moved(p, j, out) ==
  [op |-> "settaskid", proc |-> p, project |-> j, out |-> out]

MayMove(p, j) == proc[p] \notin {GONE, j} /\ ~Exiting(p)

(* ACCT.move-carries-charge: in illumos what is counted goes along. In the *)
(* documented reading it stays where it was made, until it is credited     *)
(* (K-05).                                                                 *)
Carries == \/ Illumos /\ "LeavesTheCharge" \notin Sins
           \/ "TakesTheCharge" \in Sins

(* ACCT.move-denied. In one zone, only the project can be exceeded.        *)
MoveFits(p, j) ==
  \/ ~Carries
  \/ Subtotal(p) = 0
  \/ used[j] + Subtotal(p) <= limit[j]
  \/ "MovesOverTheLimit" \in Sins

Settaskid(p, j) ==
  /\ MayMove(p, j)
  /\ MoveFits(p, j)
  /\ proc' = [proc EXCEPT ![p] = j]
  /\ IF Carries
     THEN /\ used' = [used EXCEPT ![proc[p]] = @ - Subtotal(p),
                                  ![j] = @ + Subtotal(p)]
          /\ lock' = [c \in Locked |-> IF lock[c].proc = p
                                       THEN [lock[c] EXCEPT !.project = j]
                                       ELSE lock[c]]
          /\ call' = [t \in Callers |->
                        IF InLock(t) /\ call[t].request.proc = p
                        THEN [call[t] EXCEPT !.project = j]
                        ELSE call[t]]
     ELSE UNCHANGED <<used, lock, call>>
  /\ answer' = Moved(p, j, "moved")
  /\ UNCHANGED <<pages, event, pins, limit, queue>>

(* Documented, nothing is said of ACCT.move-denied: neither answer is wrong.*)
SettaskidDenied(p, j) ==
  /\ MayMove(p, j)
  /\ ~MoveFits(p, j) \/ ~Illumos
  /\ answer' = Moved(p, j, "EAGAIN")
  /\ UNCHANGED <<lock, call, proc, pages, event, pins, used, limit, queue>>
=============================================================================
