----------------------------- MODULE UnlockSteps ---------------------------
(***************************************************************************)
(* How a kernel unlocks, in the call or in the worker: cancel the cleanup  *)
(* function, unpin page by page, credit, let go of the cookie. The cookie  *)
(* is there until nobody refers to it (COOKIE.refcount-with-callback).     *)
(***************************************************************************)
EXTENDS LockSteps

Unlocking(c) == \E t \in Callers : step[t].cookie = c
Cancelled(c) == \E t \in Callers : step[t].cookie = c /\ step[t].at # "unlocking"

StepUnlock(t, c) ==
  /\ step[t] = IDLE /\ ~Unlocking(c)
  /\ MayUnlock(t, c) \/ (t = WORKER /\ MayWork(c))
  /\ step' = [step EXCEPT ![t].at = "unlocking", ![t].cookie = c]
  /\ UNCHANGED <<vars, readers, phase, refs>>

StepQueue(t, c) ==
  /\ step[t] = IDLE /\ ~Unlocking(c)
  /\ UmemUnlockQueued(t, c)
  /\ UNCHANGED own

(* LOCKMEM.unlock-cancels: if no event has picked it.                      *)
StepCancel(t, c) ==
  /\ step[t].at = "unlocking" /\ step[t].cookie = c
  /\ Goes(t, "cancelled")
  /\ refs' = [refs EXCEPT ![c] = IF lock[c].cleanup = "ARMED" THEN @ - 1 ELSE @]
  /\ UNCHANGED <<vars, readers, phase>>

OnePage(t, c) ==
  /\ PinPage(lock[c].proc, lock[c].addr + step[t].done, -1)
  /\ step' = [step EXCEPT ![t].at = "unpinning", ![t].done = @ + PageSize]
  /\ UNCHANGED <<readers, phase, refs>>

(* With the first page the unlock shows.                                   *)
StepUnpin(t, c) ==
  /\ step[t].at = "cancelled" /\ step[t].cookie = c
  /\ OnePage(t, c)
  /\ lock' = [lock EXCEPT ![c].stage = "UNPINNED"]
  /\ queue' = SelectSeq(queue, LAMBDA d : d # c)
  /\ call' = [call EXCEPT ![t] = [op |-> "ddi_umem_unlock", cookie |-> c]]
  /\ answer' = Unlock(t, c, "unpinned")
  /\ UNCHANGED <<proc, pages, event, used, limit>>

StepUnpinNext(t, c) ==
  /\ step[t].at = "unpinning" /\ step[t].cookie = c /\ step[t].done < lock[c].len
  /\ OnePage(t, c)
  /\ UNCHANGED <<lock, call, proc, pages, event, used, limit, queue, answer>>

StepCredit(t, c) ==
  /\ step[t].at = "unpinning" /\ step[t].cookie = c /\ step[t].done = lock[c].len
  /\ UmemUnlockCredited(t, c)
  /\ Goes(t, "releasing")
  /\ UNCHANGED <<readers, phase, refs>>

StepRelease(t, c) ==
  /\ step[t].at = "releasing" /\ step[t].cookie = c
  /\ refs' = [refs EXCEPT ![c] = IF "FreesInUse" \in Sins THEN 0 ELSE @ - 1]
  /\ step' = [step EXCEPT ![t] = IDLE]
  /\ UNCHANGED <<vars, readers, phase>>
=============================================================================
