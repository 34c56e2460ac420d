---------------------------- MODULE LockEvents -----------------------------
(***************************************************************************)
(* What an application does to its address space, and what that has to do  *)
(* with locks: munmap and exit wait for what is pinned there               *)
(* (LOCK.blocks-layout-change), and call the cleanup functions of its      *)
(* locks (LOCKMEM.events). A process does one of them at a time.           *)
(***************************************************************************)
EXTENDS UmemUnlock

Did(op, p, addr, len, out) ==
  [op |-> op, proc |-> p, addr |-> addr, len |-> len, out |-> out]

Mmap(p, addr, kind) ==
  /\ proc[p] # GONE /\ event[p] = NOEVENT
  /\ pages[p][addr] = UNMAPPED
  /\ pages' = [pages EXCEPT ![p][addr] = kind]
  /\ SeenByCalls([pages EXCEPT ![p][addr] = kind], event)
  /\ answer' = Did("mmap", p, addr, PageSize, kind)
  /\ UNCHANGED <<lock, proc, event, pins, used, limit, queue>>

Begins(op, p, addr, len) ==
  LET new == [event EXCEPT ![p] =
                [op |-> op, addr |-> addr, len |-> len, inside |-> NULL]]
  IN
  /\ event[p] = NOEVENT
  /\ event' = new
  /\ SeenByCalls(pages, new)
  /\ answer' = Did(op, p, addr, len, "begun")
  /\ UNCHANGED <<lock, proc, pages, pins, used, limit, queue>>

(* Of whole pages that are mapped.                                         *)
Munmap(p, addr, len) ==
  /\ proc[p] # GONE
  /\ Cardinality(PagesOf(addr, len)) * PageSize = len
  /\ \A a \in PagesOf(addr, len) : pages[p][a] # UNMAPPED
  /\ Begins("munmap", p, addr, len)

Exit(p) == proc[p] # GONE /\ Begins("exit", p, 0, EVERYTHING)

(******** Cleanup functions ************************************************)
(* Called by the event, in its thread, with the cookie of the lock:        *)
(* LOCKMEM.callback-context, LOCKMEM.callback-argument. It picks only      *)
(* locks that it touches (LOCKMEM.event-range), at most once each          *)
(* (LOCKMEM.callback-at-most-once), and none that is unlocked              *)
(* (LOCKMEM.unlock-cancels). What it has picked may be unlocked meanwhile  *)
(* (LOCKMEM.callback-after-unlock).                                        *)
MayCall(p, c) ==
  /\ c \in Locked
  /\ lock[c].proc = p
  /\ \/ Touches(event[p], lock[c])
     \/ event[p] # NOEVENT /\ "CallsThemAll" \in Sins
  /\ Pinning(c) \/ (lock[c].stage = "UNPINNED" /\ "CancelsNothing" \in Sins)
  /\ \/ lock[c].cleanup = "ARMED"
     \/ lock[c].cleanup = "DONE" /\ "CallsTwice" \in Sins

Calls(p, c, out) ==
  [op |-> "callback", proc |-> p, cookie |-> c, out |-> out]

CallbackBegan(p, c) ==
  /\ event[p].inside = NULL
  /\ MayCall(p, c)
  /\ "NeverCalls" \notin Sins
  /\ lock' = [lock EXCEPT ![c].cleanup = "RUNNING"]
  /\ event' = [event EXCEPT ![p].inside = c]
  /\ answer' = Calls(p, c, "begun")
  /\ UNCHANGED <<call, proc, pages, pins, used, limit, queue>>

(* LOCKMEM.unlock-still-required: it does not unlock by itself.            *)
CallbackEnded(p, c) ==
  /\ event[p].inside = c
  /\ lock' = IF lock[c].stage = "GONE"
             THEN Without(c)
             ELSE [lock EXCEPT ![c].cleanup = "DONE"]
  /\ event' = [event EXCEPT ![p].inside = NULL]
  /\ answer' = Calls(p, c, "ended")
  /\ UNCHANGED <<call, proc, pages, pins, used, limit, queue>>

(******** The end of an event **********************************************)
(* LOCKMEM.event-waits-for-unlock, UNLOCK.wakes-waiters.                   *)
Unpinned(p) ==
  \/ \A a \in PagesOf(event[p].addr, event[p].len) : pins[p][a] = 0
  \/ "UnmapsPinned" \in Sins

MunmapDone(p) ==
  /\ event[p].op = "munmap" /\ event[p].inside = NULL
  /\ Unpinned(p)
  /\ "NeverUnmaps" \notin Sins
  /\ pages' = [pages EXCEPT ![p] = [a \in UserPages |->
                 IF a \in PagesOf(event[p].addr, event[p].len)
                 THEN UNMAPPED ELSE @[a]]]
  /\ event' = [event EXCEPT ![p] = NOEVENT]
  /\ answer' = Did("munmap", p, event[p].addr, event[p].len, "done")
  /\ UNCHANGED <<lock, call, proc, pins, used, limit, queue>>

(* ACCT.exit: nor with a charge outstanding, of a lock or of a call.       *)
Owns(p) == \/ \E c \in Locked : lock[c].proc = p /\ lock[c].stage # "GONE"
           \/ \E t \in Locking : call[t].request.proc = p

ExitDone(p) ==
  /\ Exiting(p) /\ event[p].inside = NULL
  /\ Unpinned(p)
  /\ ~Owns(p) \/ "ExitsCharged" \in Sins
  /\ proc' = [proc EXCEPT ![p] = GONE]
  /\ pages' = [pages EXCEPT ![p] = [a \in UserPages |-> UNMAPPED]]
  /\ event' = [event EXCEPT ![p] = NOEVENT]
  /\ answer' = Did("exit", p, 0, EVERYTHING, "done")
  /\ UNCHANGED <<lock, call, pins, used, limit, queue>>
=============================================================================
