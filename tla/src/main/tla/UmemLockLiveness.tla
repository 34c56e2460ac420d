-------------------------- MODULE UmemLockLiveness -------------------------
(***************************************************************************)
(* What must happen in the end, under the Fairness of UmemLock; and beside *)
(* each, an invariant that must fail, else the promise says nothing.       *)
(***************************************************************************)
EXTENDS UmemLockProperties

(* UNLOCK.deferred-eventually, without another call.                       *)
QueuedIsDone == \A c \in Cookies : []<>~(c \in Locked /\ lock[c].stage = "QUEUED")
NothingIsQueued == queue = <<>>

(* UNLOCK.wakes-waiters: nothing is pinned there, and no cleanup function  *)
(* runs: it goes on, sooner or later.                                      *)
MayGoOn(p) == /\ event[p].op = "munmap" /\ event[p].inside = NULL
              /\ \A a \in PagesOf(event[p].addr, event[p].len) : pins[p][a] = 0
MunmapGoesOn == \A p \in Processes : []<>~MayGoOn(p)
NoMunmapWaited ==
  \A p \in Processes : ~(event[p].op = "munmap" /\ \E c \in Locked : Touches(event[p], lock[c]))

(* LOCKMEM.events: whoever waits for a lock with a cleanup function calls  *)
(* it, if it is not unlocked before.                                       *)
Uncalled(p, c) == /\ c \in Locked /\ lock[c].proc = p /\ Pinning(c)
                  /\ Touches(event[p], lock[c]) /\ lock[c].cleanup = "ARMED"
CleanupIsCalled == \A p \in Processes, c \in Cookies : []<>~Uncalled(p, c)
NothingIsUncalled == \A p \in Processes, c \in Cookies : ~Uncalled(p, c)

(* LOCKMEM.event-waits-for-unlock, ACCT.exit: with DriverUnlocks every     *)
(* exit ends; without, it need not.                                        *)
ExitEnds == \A p \in Processes : []<>~Exiting(p)
NoExitWaited == \A p \in Processes : ~(Exiting(p) /\ \E c \in Locked : lock[c].proc = p)
=============================================================================
