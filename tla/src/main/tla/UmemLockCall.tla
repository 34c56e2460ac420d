---------------------------- MODULE UmemLockCall ---------------------------
(***************************************************************************)
(* int ddi_umem_lock(caddr_t addr, size_t len, int flags,                  *)
(*                   ddi_umem_cookie_t *cookiep)                           *)
(* and umem_lockmemory, which adds a process and a cleanup function.       *)
(*                                                                         *)
(* A lock is two steps that a caller can see: charge or deny, then pin, or *)
(* refund and fail. In one step it would be wrong: a charge that is out    *)
(* makes another caller's ENOMEM right, even if it is refunded at last     *)
(* (ACCT.test-before-lock).                                                *)
(***************************************************************************)
EXTENDS LockUsage

Told(t, r, out, errno, cookie) ==
  [op |-> r.op, thread |-> t, request |-> r, out |-> out, errno |-> errno,
   cookie |-> cookie]

(* Duties of the caller: user context (LOCK.context), and a process that   *)
(* is there. On its way out it can be locked for only with a function that *)
(* must be registered, and cannot (LOCKMEM.registration-failure).          *)
MayLock(t, r) ==
  /\ call[t] = NOCALL /\ t \notin Interrupts /\ proc[r.proc] # GONE
  /\ Exiting(r.proc) => Longterm(r.flags) /\ r.vector = "function"

(* EINVAL, and nothing happens.                                            *)
Refused(t, r) ==
  /\ Invalid(r) \/ MayBeInvalid(r)
  /\ answer' = Told(t, r, "refused", "EINVAL", NULL)
  /\ UNCHANGED <<lock, call, proc, pages, event, pins, used, limit, queue>>

(* ACCT.errno, ACCT.no-trace-on-deny, LOCK.enomem-limit: even of length 0  *)
(* (ACCT.limit-lowered).                                                   *)
Denied(t, r) ==
  /\ ~Invalid(r)
  /\ ~Fits(proc[r.proc], r.len)
  /\ used' = AfterDenial(proc[r.proc], r.len)
  /\ answer' = Told(t, r, "denied", "ENOMEM", NULL)
  /\ UNCHANGED <<lock, call, proc, pages, event, pins, limit, queue>>

(* ACCT.owner-not-caller: the project of the process that is named, as it  *)
(* is now, is charged.                                                     *)
Charged(t, r, counted) ==
  LET j == proc[r.proc] IN
  /\ ~Invalid(r)
  /\ IF counted THEN Fits(j, r.len) ELSE MayGoUncounted(j)
  /\ used' = IF counted THEN Charge(j, Price(r)) ELSE used
  /\ call' = [call EXCEPT ![t] =
                [op |-> r.op, request |-> r, project |-> j, counted |-> counted,
                 right |-> Right(r, pages[r.proc], event[r.proc])]]
  /\ answer' = Told(t, r, IF counted THEN "charged" ELSE "uncounted", "", NULL)
  /\ UNCHANGED <<lock, proc, pages, event, pins, limit, queue>>

(* LOCK.success, LOCK.overlap, LOCK.multi-segment. The cleanup function is *)
(* registered with LONGTERM, and may be without (LOCKMEM.callback-optional,*)
(* LOCKMEM.short-with-callback): but not in a process that exits.          *)
MayArm(r, armed) ==
  /\ armed => r.vector = "function" /\ ~Exiting(r.proc)
  /\ ~armed => ~Longterm(r.flags)

Stored(t, c, armed) ==
  LET k == call[t]
      r == k.request
  IN
  /\ c \notin Locked
  /\ MayArm(r, armed)
  /\ lock' = (c :> [proc |-> r.proc, addr |-> r.addr, len |-> r.len,
                    project |-> k.project, counted |-> k.counted,
                    stage |-> "HELD",
                    cleanup |-> IF armed THEN "ARMED" ELSE "NONE"]) @@ lock
  /\ call' = [call EXCEPT ![t] = NOCALL]
  /\ answer' = Told(t, r, IF armed THEN "registered" ELSE "locked", "", c)
  /\ UNCHANGED <<proc, pages, event, used, limit, queue>>

Pinned(t, c, armed) ==
  LET r == call[t].request IN
  /\ Causes(r, pages[r.proc]) = {}
  /\ pins' = Pin(r.proc, r.addr, r.len, 1)
  /\ Stored(t, c, armed)

(* LOCK.rollback, LOCK.cookie-null-on-error: all is as it was before.      *)
Refunded(t, errno) ==
  LET k == call[t]
      r == k.request
  IN
  /\ used' = IF k.counted /\ "KeepsTheCharge" \notin Sins
             THEN Credit(k.project, r.len) ELSE used
  /\ pins' = IF "KeepsThePins" \in Sins
             THEN Pin(r.proc, r.addr, PageSize, 1) ELSE pins
  /\ call' = [call EXCEPT ![t] = NOCALL]
  /\ answer' = Told(t, r, "failed", errno,
                    IF "CookieOfAFailure" \in Sins THEN 1 ELSE NULL)
  /\ UNCHANGED <<lock, proc, pages, event, limit, queue>>

Failed(t, errno) == errno \in call[t].right /\ Refunded(t, errno)

(******** ddi_umem_lock, of the process p that t is in *********************)
LockOf(p, addr, len, flags) ==
  Request("ddi_umem_lock", p, addr, len, flags, "none")

UmemLockRefused(t, p, addr, len, flags) ==
  LET r == LockOf(p, addr, len, flags)
  IN  MayLock(t, r) /\ Refused(t, r)
UmemLockDenied(t, p, addr, len, flags) ==
  LET r == LockOf(p, addr, len, flags)
  IN  MayLock(t, r) /\ Denied(t, r)
UmemLockCharged(t, p, addr, len, flags, counted) ==
  LET r == LockOf(p, addr, len, flags)
  IN  MayLock(t, r) /\ Charged(t, r, counted)
UmemLockPinned(t, c) == call[t].op = "ddi_umem_lock" /\ Pinned(t, c, FALSE)
UmemLockFailed(t, errno) == call[t].op = "ddi_umem_lock" /\ Failed(t, errno)

(******** umem_lockmemory, of any process p (LOCKMEM.as-lock) **************)
MemoryOf(p, addr, len, flags, vector) ==
  Request("umem_lockmemory", p, addr, len, flags, vector)

UmemLockMemoryRefused(t, p, addr, len, flags, vector) ==
  LET r == MemoryOf(p, addr, len, flags, vector)
  IN  MayLock(t, r) /\ Refused(t, r)
UmemLockMemoryDenied(t, p, addr, len, flags, vector) ==
  LET r == MemoryOf(p, addr, len, flags, vector)
  IN  MayLock(t, r) /\ Denied(t, r)
UmemLockMemoryCharged(t, p, addr, len, flags, vector, counted) ==
  LET r == MemoryOf(p, addr, len, flags, vector)
  IN  MayLock(t, r) /\ Charged(t, r, counted)
UmemLockMemoryPinned(t, c, armed) ==
  call[t].op = "umem_lockmemory" /\ Pinned(t, c, armed)
UmemLockMemoryFailed(t, errno) ==
  call[t].op = "umem_lockmemory" /\ Failed(t, errno)
=============================================================================
