----------------------------- MODULE LockState -----------------------------
(***************************************************************************)
(* Locked user memory: the state of the contract, and the words in which   *)
(* the actions speak of it. Addresses, lengths, usage and limits are words *)
(* of bytes; the application's pages are few.                              *)
(***************************************************************************)
EXTENDS Rounding, FiniteSets, Sequences, TLC

CONSTANTS Cookies,      \* the cookies there are: numbers, none of them NULL
          Threads,      \* who calls on behalf of a driver
          Interrupts,   \* those of Threads that service an interrupt
          Processes,    \* numbers, none of them NULL
          Projects,     \* numbers, none of them NULL; all are in one zone
          UserPages,    \* the addresses of pages that a process may have
          Profile       \* "documented" or "illumos"

ASSUME CookiesAreNotNull    == Cookies \subseteq Nat \ {NULL}
ASSUME InterruptsAreThreads == Interrupts \subseteq Threads
ASSUME ProcessesAreNotNull  == Processes \subseteq Nat \ {NULL}
ASSUME ProjectsAreNotNull   == Projects \subseteq Nat \ {NULL} /\ Projects # {}
ASSUME UserPagesAreAligned  ==
  \A a \in UserPages : a \in Word /\ a % PageSize = 0
ASSUME ProfileIsKnown       == Profile \in {"documented", "illumos"}

VARIABLES
  lock,     \* cookie -> [proc, addr, len, project, counted, stage, cleanup]
  call,     \* thread -> NOCALL, or the call that it is in
  proc,     \* process -> the project it is in, or GONE
  pages,    \* process -> page -> what is mapped there, UNMAPPED if nothing is
  event,    \* process -> NOEVENT, or the munmap or exit that is out
  pins,     \* process -> page -> how often it is pinned
  used,     \* project or ZONE -> bytes of locked memory that are counted
  limit,    \* project or ZONE -> its control, UNLIMITED if there is none
  queue,    \* the cookies whose unlock is left to the worker
  answer    \* the last step: what was asked, and what came of it

vars == <<lock, call, proc, pages, event, pins, used, limit, queue, answer>>

WORKER == "worker"                      \* the thread that does queued unlocks
Callers == Threads \cup {WORKER}
ZONE == 0
Holders == Projects \cup {ZONE}
UNLIMITED == WordMax                    \* ACCT.infinite-default
GONE == 0
UNMAPPED == "unmapped"
NOCALL == [op |-> "none"]
NOEVENT == [op |-> "none", addr |-> 0, len |-> 0, inside |-> NULL]
Illumos == Profile = "illumos"

(* What can be mapped: READ and WRITE allowed, only READ allowed, a file   *)
(* mapped shared, a device that lets nobody lock it.                       *)
Kinds == {"private", "read only", "shared file", "not lockable"}

(* The pages of a range that does not wrap, and whether two ranges meet.   *)
PagesOf(addr, len) == {a \in UserPages : a + PageSize > addr /\ a < addr + len}
Touches(e, r) == /\ e.op # "none"
                 /\ e.addr < r.addr + r.len /\ r.addr < e.addr + e.len
EVERYTHING == WordMax + 1               \* the length of an address space

Locked == DOMAIN lock
Exiting(p) == event[p].op = "exit"

(* A lock is HELD until it is unlocked, QUEUED while that is left to the   *)
(* worker, UNPINNED while its charge is still to be credited, and GONE if  *)
(* only its cleanup function still runs (COOKIE.refcount-with-callback).   *)
Stages   == {"HELD", "QUEUED", "UNPINNED", "GONE"}
Cleanups == {"NONE", "ARMED", "RUNNING", "DONE"}
Pinning(c) == lock[c].stage \in {"HELD", "QUEUED"}

(* A call of the two that lock: it was charged, and is not answered yet.   *)
InLock(t) == call[t].op \in {"ddi_umem_lock", "umem_lockmemory"}
Locking   == {t \in Threads : InLock(t)}

(* Sums, of locks and of calls that were charged.                          *)
RECURSIVE Sum(_, _)
Sum(f, S) == IF S = {} THEN 0
             ELSE LET x == CHOOSE y \in S : TRUE IN f[x] + Sum(f, S \ {x})

Counts(c)  == lock[c].counted /\ lock[c].stage # "GONE"
Bytes(C, T) == Sum([c \in C |-> lock[c].len], C)
               + Sum([t \in T |-> call[t].request.len], T)

(* ACCT.move-carries-charge: the locked memory of a process that counts.   *)
Subtotal(p) == Bytes({c \in Locked : Counts(c) /\ lock[c].proc = p},
                     {t \in Locking : /\ call[t].counted
                                      /\ call[t].request.proc = p})

(* Pins of one more, or one less, on each page of a range of a process.    *)
Pin(p, addr, len, by) ==
  [pins EXCEPT ![p] = [a \in UserPages |->
                         @[a] + (IF a \in PagesOf(addr, len) THEN by ELSE 0)]]

TypeOK ==
  /\ Locked \subseteq Cookies
  /\ \A c \in Locked : /\ lock[c].proc \in Processes
                       /\ lock[c].project \in Projects
                       /\ lock[c].counted \in BOOLEAN
                       /\ lock[c].stage \in Stages
                       /\ lock[c].cleanup \in Cleanups
  /\ DOMAIN call = Callers
  /\ proc \in [Processes -> Projects \cup {GONE}]
  /\ pages \in [Processes -> [UserPages -> Kinds \cup {UNMAPPED}]]
  /\ DOMAIN event = Processes
  /\ pins \in [Processes -> [UserPages -> Int]]
  /\ used \in [Holders -> Int]
  /\ limit \in [Holders -> Word]
  /\ queue \in Seq(Cookies)
=============================================================================
