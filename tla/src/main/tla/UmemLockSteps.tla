---------------------------- MODULE UmemLockSteps --------------------------
(***************************************************************************)
(* A kernel that locks and unlocks step by step, and an application that   *)
(* changes its address space meanwhile. It refines UmemLock.               *)
(***************************************************************************)
EXTENDS UnlockSteps

StepsInit ==
  /\ Init
  /\ step = [t \in Callers |-> IDLE]
  /\ readers = [p \in Processes |-> {}]
  /\ phase = [p \in Processes |-> "none"]
  /\ refs = [c \in Cookies |-> 0]

(* Munmap and exit write the address space: once it is not read any more,  *)
(* and then either all is unpinned, or they let go of it and wait.         *)
StepMmap(p, addr, kind) ==
  readers[p] = {} /\ Mmap(p, addr, kind) /\ UNCHANGED own

Wants(p) ==
  /\ phase' = [phase EXCEPT ![p] = "wants"]
  /\ UNCHANGED <<step, readers, refs>>

StepMunmap(p, addr, len) == Munmap(p, addr, len) /\ Wants(p)
StepExit(p) == Exit(p) /\ Wants(p)

MayFinish(p) == Unpinned(p) /\ (event[p].op = "exit" => ~Owns(p))

StepDone(p) ==
  /\ phase[p] = "wants" /\ readers[p] = {}
  /\ MunmapDone(p) \/ ExitDone(p)
  /\ phase' = [phase EXCEPT ![p] = "none"]
  /\ UNCHANGED <<step, readers, refs>>

StepWait(p) ==
  /\ phase[p] = "wants" /\ readers[p] = {} /\ ~MayFinish(p)
  /\ phase' = [phase EXCEPT ![p] = "waits"]
  /\ UNCHANGED <<vars, step, readers, refs>>

StepWake(p) ==
  /\ phase[p] = "waits" /\ event[p].inside = NULL /\ MayFinish(p)
  /\ phase' = [phase EXCEPT ![p] = "wants"]
  /\ UNCHANGED <<vars, step, readers, refs>>

StepCall(p, c) ==
  /\ phase[p] = "waits" /\ ~Cancelled(c)
  /\ CallbackBegan(p, c)
  /\ UNCHANGED own

StepCalled(p, c) ==
  /\ CallbackEnded(p, c)
  /\ refs' = [refs EXCEPT ![c] = @ - 1]
  /\ UNCHANGED <<step, readers, phase>>

(* What each goes on with by itself.                                       *)
LockGoesOn(t) ==
  \/ StepEnter(t) \/ StepPin(t) \/ StepScan(t)
  \/ \E errno \in Errnos : StepShort(t, errno)
  \/ \E c \in Cookies, armed \in BOOLEAN : StepRegister(t, c, armed)
  \/ StepRegisterFails(t) \/ StepReturn(t) \/ StepUndo(t) \/ StepRefund(t)

UnlockGoesOn(t) ==
  \E c \in Cookies : \/ StepCancel(t, c) \/ StepUnpin(t, c) \/ StepUnpinNext(t, c)
                     \/ StepCredit(t, c) \/ StepRelease(t, c)

EventGoesOn(p) ==
  \/ StepDone(p) \/ StepWait(p) \/ StepWake(p)
  \/ \E c \in Cookies : StepCall(p, c) \/ StepCalled(p, c)

StepsFairness ==
  /\ \A t \in Callers : SF_allVars(LockGoesOn(t)) /\ WF_allVars(UnlockGoesOn(t))
  /\ \A p \in Processes : WF_allVars(EventGoesOn(p))

(******** What holds besides ***********************************************)
Covers(l, a) == l.addr <= a /\ a < l.addr + l.len

NoPinIsLeft ==          \* LOCK.rollback, UNLOCK.releases: to the last page
  \A p \in Processes, a \in UserPages :
    pins[p][a] =
      Cardinality({c \in Locked :
        lock[c].proc = p /\ Pinning(c) /\ Covers(lock[c], a)})
      + Cardinality({t \in Threads :
          /\ step[t].at \in {"pinning", "pinned", "scanned", "undoing"}
          /\ Of(t).proc = p /\ Of(t).addr <= a /\ a < Next1(t)})
      + Cardinality({t \in Callers :
          /\ step[t].at = "unpinning"
          /\ LET l == lock[step[t].cookie] IN
             l.proc = p /\ Covers(l, a) /\ a >= l.addr + step[t].done})

NoFreedCookieIsUsed ==  \* COOKIE.refcount-with-callback
  /\ \A c \in Locked : refs[c] > 0
  /\ \A t \in Callers : step[t].cookie # NULL => refs[step[t].cookie] > 0
  /\ \A p \in Processes : event[p].inside # NULL => refs[event[p].inside] > 0

(* Whoever locks is answered, whatever the application does meanwhile.     *)
LocksReturn == \A t \in Threads : []<>~InLock(t)
NobodyIsWaitedFor ==    \* must fail: else LocksReturn says little
  \A p \in Processes : ~(phase[p] = "wants" /\ readers[p] # {})
=============================================================================
