----------------------------- MODULE UmemUnlock ----------------------------
(***************************************************************************)
(* void ddi_umem_unlock(ddi_umem_cookie_t cookie)                          *)
(*                                                                         *)
(* Two steps that a caller can see: unpin, then credit. The call does them *)
(* itself, or leaves them to the worker.                                   *)
(***************************************************************************)
EXTENDS UmemLockCall

Unlock(t, c, out) ==
  [op |-> "ddi_umem_unlock", thread |-> t, cookie |-> c, out |-> out]

(* UNLOCK.exactly-once, a duty of the caller; UNLOCK.any-thread, in an     *)
(* interrupt too (UNLOCK.interrupt-level).                                 *)
MayUnlock(t, c) ==
  t \in Threads /\ call[t] = NOCALL /\ c \in Locked /\ lock[c].stage = "HELD"

(* UNLOCK.deferred, UNLOCK.immediate: in an interrupt; documented, always  *)
(* (K-21). The count is not reduced yet (UNLOCK.credit-when-real).         *)
UmemUnlockQueued(t, c) ==
  /\ MayUnlock(t, c)
  /\ t \in Interrupts \/ ~Illumos
  /\ lock' = [lock EXCEPT ![c].stage = "QUEUED"]
  /\ queue' = Append(queue, c)
  /\ used' = IF "CreditsWhenQueued" \in Sins /\ lock[c].counted
             THEN Credit(lock[c].project, lock[c].len) ELSE used
  /\ answer' = Unlock(t, c, "queued")
  /\ UNCHANGED <<call, proc, pages, event, pins, limit>>

(* UNLOCK.deferred-fifo: one at a time, in the order queued. What a caller *)
(* unlocks itself need not wait for the queue (UNLOCK.no-cross-order).     *)
MayWork(c) ==
  /\ call[WORKER] = NOCALL
  /\ queue # <<>>
  /\ c = IF "TakesTheLast" \in Sins THEN queue[Len(queue)] ELSE Head(queue)
  /\ "LosesAWakeUp" \in Sins => Len(queue) = 1

(* UNLOCK.releases; LOCKMEM.unlock-cancels: from here on the cleanup       *)
(* function is not called any more.                                        *)
UmemUnlockUnpinned(t, c) ==
  /\ MayUnlock(t, c) \/ (t = WORKER /\ MayWork(c))
  /\ lock' = [lock EXCEPT ![c].stage = "UNPINNED"]
  /\ pins' = Pin(lock[c].proc, lock[c].addr,
                 IF "UnpinsTheFirstPage" \in Sins THEN PageSize ELSE lock[c].len, -1)
  /\ queue' = SelectSeq(queue, LAMBDA d : d # c)
  /\ call' = [call EXCEPT ![t] = [op |-> "ddi_umem_unlock", cookie |-> c]]
  /\ answer' = Unlock(t, c, "unpinned")
  /\ UNCHANGED <<proc, pages, event, used, limit>>

Without(c) == [d \in Locked \ {c} |-> lock[d]]

(* ACCT.credit-same-party: whoever carries the charge now. The cookie is   *)
(* gone (COOKIE.refcount-no-callback), or goes on while its cleanup        *)
(* function runs (COOKIE.refcount-with-callback).                          *)
UmemUnlockCredited(t, c) ==
  /\ call[t] = [op |-> "ddi_umem_unlock", cookie |-> c]
  /\ used' = IF lock[c].counted /\ "CreditsWhenQueued" \notin Sins
             THEN Credit(lock[c].project, lock[c].len) ELSE used
  /\ lock' = IF lock[c].cleanup = "RUNNING" /\ "ReleasesTheCookie" \notin Sins
             THEN [lock EXCEPT ![c].stage = "GONE"]
             ELSE Without(c)
  /\ call' = [call EXCEPT ![t] = NOCALL]
  /\ answer' = Unlock(t, c, "unlocked")
  /\ UNCHANGED <<proc, pages, event, pins, limit, queue>>
=============================================================================
