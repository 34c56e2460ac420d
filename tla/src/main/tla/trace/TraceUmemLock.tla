--------------------------- MODULE TraceUmemLock ---------------------------
(***************************************************************************)
(* What a trace may tell of locking and of locked memory, as steps of      *)
(* UmemLock, with words of 64 bits. See TraceUmem for the arithmetic. Here *)
(* PagesOf too is Java's, for speed.                                       *)
(***************************************************************************)
EXTENDS UmemLock

NotOverridden == Assert(FALSE, "umemtck.tla.host is not on the class path")

(* The constants, from the head of the trace, and from what occurs in it.  *)
Given(name) == NotOverridden
GivenWordMax    == Given("WordMax")
GivenPageSize   == Given("PageSize")
GivenProfile    == Given("Profile")
GivenThreads    == Given("Threads")
GivenInterrupts == Given("Interrupts")
GivenProcesses  == Given("Processes")
GivenProjects   == Given("Projects")
GivenUserPages  == Given("UserPages")
AnyCookie       == Nat \ {NULL}
Nobody          == {}

TraceNext == UNCHANGED vars             \* what happens is the trace's to say

(* A mapping has a kind and a protection.                                  *)
NeverLocked     == Given("Unlockable") \cup {UNMAPPED}
FilesShared     == Given("SharedFiles")
Readable        == Given("Readable")
Writable        == Given("Writable")
MayUse(kind, flags) ==
  kind \in (IF Writes(flags) THEN Writable ELSE Readable) \cup {UNMAPPED}

(* ACCT.overflow: where there is no limit, nothing is held against it;     *)
(* what is too long for the address space fails by itself.                 *)
IsWithin(h, len) == limit[h] = UNLIMITED \/ used[h] + len <= limit[h]

(* UNLOCK.deferred-fifo binds nobody.                                      *)
InAnyOrder(c) == /\ call[WORKER] = NOCALL
                 /\ \E i \in DOMAIN queue : queue[i] = c

(* A shortage that was asked for with fail_next, or where nobody can ask:  *)
(* only if nothing else is wrong (LOCK.resource-shortage).                 *)
LockShort(t, errno) ==
  /\ InLock(t)
  /\ Causes(call[t].request, pages[call[t].request.proc]) = {}
  /\ Refunded(t, errno)

(* LOCKMEM.registration-failure, where a function is to be registered.     *)
RegistrationShort(t, errno) ==
  /\ InLock(t)
  /\ call[t].request.vector = "function"
  /\ LockShort(t, errno)

(* The specification maps nothing while an event is out in the process; a  *)
(* trace may tell of pages that the event does not touch.                  *)
MmapBeside(p, addr, kind) ==
  /\ proc[p] # GONE /\ event[p].op = "munmap"
  /\ ~Touches(event[p], [addr |-> addr, len |-> PageSize])
  /\ pages[p][addr] = UNMAPPED
  /\ pages' = [pages EXCEPT ![p][addr] = kind]
  /\ SeenByCalls([pages EXCEPT ![p][addr] = kind], event)
  /\ UNCHANGED <<lock, proc, event, pins, used, limit, queue, answer>>

MmapAnyTime(p, addr, kind) == Mmap(p, addr, kind) \/ MmapBeside(p, addr, kind)

(* Processes, and the projects of processes, that are there from boot on.  *)
NewProcess(p, j) ==
  /\ proc[p] # GONE
  /\ \A c \in Locked : lock[c].proc # p
  /\ proc' = [proc EXCEPT ![p] = j]
  /\ UNCHANGED <<lock, call, pages, event, pins, used, limit, queue, answer>>

(* Nothing happens if a process joins the project that it is in.           *)
SettaskidSame(p, j) == proc[p] = j /\ UNCHANGED vars

(* What is read.                                                           *)
GetLimit(h, bytes)  == limit[h] = bytes /\ UNCHANGED vars
GetLocked(h, bytes) == used[h] = bytes /\ UNCHANGED vars

(* Nothing can run (Fairness, as a state): the worker has nothing to do,   *)
(* and an event that is out waits for what is pinned or charged.           *)
WorkerRests == queue = <<>> /\ call[WORKER] = NOCALL /\ UNCHANGED vars
EventRests(p) ==
  /\ event[p] # NOEVENT
  /\ ~ENABLED MunmapDone(p)
  /\ ~ENABLED ExitDone(p)
  /\ \A c \in Locked : ~ENABLED CallbackBegan(p, c)
  /\ UNCHANGED vars
=============================================================================
