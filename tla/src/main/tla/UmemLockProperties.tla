------------------------- MODULE UmemLockProperties ------------------------
(***************************************************************************)
(* What the contract of locking promises, sentence by sentence, each under *)
(* its clause.                                                             *)
(***************************************************************************)
EXTENDS UmemLock

(* What the last step was. Lengths in plain numbers, ranges page by page.  *)
OfLock    == answer.op \in {"ddi_umem_lock", "umem_lockmemory"}
Was(out)  == OfLock /\ answer.out = out
Asked     == answer.request
AskedPages == {a \in UserPages : a \in Asked.addr..(Asked.addr + Asked.len - 1)}

(******** Invariants *******************************************************)
Conservation ==         \* ACCT.conservation, ACCT.non-negative
  /\ \A j \in Projects :
       used[j] = Bytes({c \in Locked : Counts(c) /\ lock[c].project = j},
                       {t \in Locking : call[t].counted /\ call[t].project = j})
  /\ used[ZONE] = Sum(used, Projects)

WithinTheLimit ==       \* ACCT.includes-request, ACCT.project-limit, ACCT.zone-limit
  Was("charged") =>
    \A h \in {proc[Asked.proc], ZONE} : used[h] <= limit[h]

DeniedOnlyIfOver ==     \* ACCT.exactly-at-limit, ACCT.limit-lowered, ACCT.overflow
  Was("denied") =>
    \/ used[proc[Asked.proc]] + Asked.len > limit[proc[Asked.proc]]
    \/ used[ZONE] + Asked.len > limit[ZONE]

NoDanglingPin ==        \* LOCK.overlap, LOCK.rollback, UNLOCK.releases
  \A p \in Processes, a \in UserPages :
    pins[p][a] = Cardinality({c \in Locked :
                   /\ Pinning(c) /\ lock[c].proc = p
                   /\ lock[c].addr <= a /\ a < lock[c].addr + lock[c].len})

PinnedIsMapped ==       \* LOCK.blocks-layout-change, LOCKMEM.event-waits-for-unlock
  \A p \in Processes, a \in UserPages : pins[p][a] > 0 => pages[p][a] # UNMAPPED

NothingIsOwnedByTheGone == \* ACCT.exit
  /\ \A c \in Locked : lock[c].stage # "GONE" => proc[lock[c].proc] # GONE
  /\ \A t \in Locking : proc[call[t].request.proc] # GONE

NoReleasedCookie ==     \* COOKIE.refcount-with-callback
  /\ \A p \in Processes : event[p].inside # NULL => event[p].inside \in Locked
  /\ \A i \in 1..Len(queue) : queue[i] \in Locked /\ lock[queue[i]].stage = "QUEUED"
  /\ \A t \in Callers : call[t].op = "ddi_umem_unlock" => call[t].cookie \in Locked

LockedAsAsked ==        \* LOCK.success, LOCK.efault-unmapped, LOCK.eacces
  Was("locked") \/ Was("registered") =>
    /\ Asked.len > 0 /\ Asked.addr + Asked.len <= WordMax + 1
    /\ \A a \in AskedPages :
         /\ pages[Asked.proc][a] \notin {UNMAPPED, "not lockable"}
         /\ pages[Asked.proc][a] = "read only" => Asked.flags \notin {2, 3, 6, 7}
         /\ pages[Asked.proc][a] = "shared file" => Asked.flags < 4

ArgumentsFirst ==       \* LOCK.len-aligned, LOCK.addr-aligned, LOCK.flags-unknown
  Was("charged") \/ Was("uncounted") =>
    /\ Asked.len % PageSize = 0 /\ Asked.addr % PageSize = 0
    /\ Asked.flags \notin {0, 4, 8}
    /\ Asked.flags < 4 \/ Asked.op = "umem_lockmemory"

EfaultForACause ==      \* LOCK.efault-unmapped, LOCKMEM.longterm-range-only
  (Was("charged") \/ Was("uncounted")) /\ "EFAULT" \in call[answer.thread].right =>
    \/ Asked.len = 0 \/ Asked.addr + Asked.len > WordMax + 1
    \/ Cardinality(AskedPages) * PageSize < Asked.len
    \/ event[Asked.proc] # NOEVENT
    \/ \E a \in AskedPages :
         \/ pages[Asked.proc][a] \in {UNMAPPED, "not lockable"}
         \/ pages[Asked.proc][a] = "shared file" /\ Asked.flags >= 4

CookieOut ==            \* LOCK.success, LOCK.cookie-null-on-error
  OfLock => (answer.cookie # NULL <=> answer.out \in {"locked", "registered"})

(******** Steps ************************************************************)
Now(ops, outs) == answer'.op \in ops /\ answer'.out \in outs
LockOps == {"ddi_umem_lock", "umem_lockmemory"}

FullPrice ==            \* ACCT.full-price, ACCT.exact-size
  [][Now(LockOps, {"charged"}) =>
       LET r == answer'.request
           j == proc[r.proc]
       IN used' = [used EXCEPT ![j] = @ + r.len, ![ZONE] = @ + r.len]]_vars

NothingHappens ==       \* ACCT.no-trace-on-deny, ACCT.both-or-nothing
  [][Now(LockOps, {"refused", "denied"}) =>
       UNCHANGED <<lock, call, pages, pins, used, limit>>]_vars

CountedUnlessUnlimited == \* ACCT.unlimited-bypass: no other lock goes uncounted
  [][\A t \in Threads : InLock(t)' /\ ~InLock(t) =>
       \/ call'[t].counted
       \/ /\ Profile = "illumos"
          /\ \A h \in {proc[call'[t].request.proc], ZONE} : limit[h] = WordMax]_vars

CreditWhenReal ==       \* UNLOCK.credit-when-real
  [][\A h \in Holders : used'[h] < used[h] =>
       \/ Now({"ddi_umem_unlock"}, {"unlocked"}) \/ Now(LockOps, {"failed"})
       \/ Now({"settaskid"}, {"moved"})]_vars

Fifo ==                 \* UNLOCK.deferred-fifo
  [][Len(queue') < Len(queue) => queue' = Tail(queue)]_vars

RightParty ==           \* ACCT.credit-same-party, ACCT.move-carries-charge, K-05
  [][\A c \in Locked \cap DOMAIN lock' :
       lock'[c].project =
         IF Profile = "illumos" /\ lock[c].stage # "GONE" /\ proc'[lock[c].proc] # GONE
         THEN proc'[lock[c].proc] ELSE lock[c].project]_vars

MovesWithinTheLimit ==  \* ACCT.move-denied
  [][Now({"settaskid"}, {"moved"}) =>
       LET j == answer'.project IN used'[j] > used[j] => used'[j] <= limit[j]]_vars

CalledOnce ==           \* LOCKMEM.callback-at-most-once
  [][\A c \in Locked \cap DOMAIN lock' :
       lock[c].cleanup = "DONE" => lock'[c].cleanup = "DONE"]_vars

CalledIfTouched ==      \* LOCKMEM.event-range
  [][Now({"callback"}, {"begun"}) =>
       LET e == event[answer'.proc]
           l == lock[answer'.cookie]
       IN e.op # "none" /\ e.addr < l.addr + l.len /\ l.addr < e.addr + e.len]_vars

CancelledIsNotCalled == \* LOCKMEM.unlock-cancels
  [][Now({"callback"}, {"begun"}) => Pinning(answer'.cookie)]_vars
=============================================================================
