------------------------------ MODULE UmemLock -----------------------------
(***************************************************************************)
(* The contract of locking and of the accounting of locked memory: every   *)
(* step there is. What it promises is in UmemLockProperties.               *)
(*                                                                         *)
(* Next quantifies over constant sets, and what is possible is said inside *)
(* the actions, so that TLC can tell the arguments of every step.          *)
(***************************************************************************)
EXTENDS LockControls

CONSTANTS AtBoot,       \* what every page of every process is at boot
          Addresses,    \* the addresses asked for
          Lengths,      \* the lengths
          LockFlags,    \* the flags of ddi_umem_lock; {}: nobody calls it
          MemoryFlags,  \* the flags of umem_lockmemory; {}: nobody calls it
          MemoryVectors,\* its vectors
          Mappable,     \* the kinds that are mapped
          Unmapped,     \* the lengths that are unmapped
          Exits,        \* the processes that may exit
          Moves,        \* the processes that may join another project
          Settable,     \* the holders whose limits are set
          Amounts       \* to what

ASSUME AddressesAreWords == Addresses \subseteq Word /\ Lengths \subseteq Word
ASSUME VectorsAreKnown   == MemoryVectors \subseteq Vectors
ASSUME KindsAreKnown     == Mappable \subseteq Kinds /\ AtBoot \in Kinds \cup {UNMAPPED}
ASSUME HoldersAreKnown   == Settable \subseteq Holders /\ Amounts \subseteq Word

Least(S) == CHOOSE x \in S : \A y \in S : x <= y

Init ==
  /\ lock = <<>>
  /\ call = [t \in Callers |-> NOCALL]
  /\ proc = [p \in Processes |-> Least(Projects)]
  /\ pages = [p \in Processes |-> [a \in UserPages |-> AtBoot]]
  /\ event = [p \in Processes |-> NOEVENT]
  /\ pins = [p \in Processes |-> [a \in UserPages |-> 0]]
  /\ used = [h \in Holders |-> 0]
  /\ limit = [h \in Holders |-> UNLIMITED]
  /\ queue = <<>>
  /\ answer = [op |-> "boot"]

(* The steps of a call that was charged, and of an unlock.                 *)
Answered(t) ==
  \/ \E c \in Cookies : \/ UmemLockPinned(t, c)
                        \/ \E armed \in BOOLEAN : UmemLockMemoryPinned(t, c, armed)
  \/ \E errno \in Errnos : UmemLockFailed(t, errno) \/ UmemLockMemoryFailed(t, errno)

System ==
  \/ \E t \in Threads, p \in Processes, addr \in Addresses, len \in Lengths :
       \/ \E flags \in LockFlags :
            \/ UmemLockRefused(t, p, addr, len, flags)
            \/ UmemLockDenied(t, p, addr, len, flags)
            \/ \E counted \in BOOLEAN :
                 UmemLockCharged(t, p, addr, len, flags, counted)
       \/ \E flags \in MemoryFlags, vector \in MemoryVectors :
            \/ UmemLockMemoryRefused(t, p, addr, len, flags, vector)
            \/ UmemLockMemoryDenied(t, p, addr, len, flags, vector)
            \/ \E counted \in BOOLEAN :
                 UmemLockMemoryCharged(t, p, addr, len, flags, vector, counted)
  \/ \E t \in Threads : Answered(t)
  \/ \E t \in Callers, c \in Cookies : \/ UmemUnlockQueued(t, c)
                                       \/ UmemUnlockUnpinned(t, c)
                                       \/ UmemUnlockCredited(t, c)

Application ==
  \E p \in Processes :
    \/ \E a \in UserPages : \/ \E kind \in Mappable : Mmap(p, a, kind)
                            \/ \E len \in Unmapped : Munmap(p, a, len)
    \/ MunmapDone(p)
    \/ \E c \in Cookies : CallbackBegan(p, c) \/ CallbackEnded(p, c)
    \/ ExitDone(p)

Environment ==
  \/ \E p \in Exits : Exit(p)
  \/ \E p \in Moves, j \in Projects : Settaskid(p, j) \/ SettaskidDenied(p, j)
  \/ \E h \in Settable, bytes \in Amounts : SetLimit(h, bytes)

Next == System \/ Application \/ Environment

(* What the kernel owes: it does not leave a call, a queued unlock or an   *)
(* event that need not wait (UNLOCK.deferred-eventually,                   *)
(* UNLOCK.wakes-waiters), nor one cleanup function for the sake of others, *)
(* or an exit for the sake of locks that it refuses, again and again       *)
(* (LOCKMEM.events, ACCT.exit).                                            *)
Fairness ==
  /\ \A t \in Threads : WF_vars(Answered(t))
  /\ \A t \in Callers : WF_vars(\E c \in Cookies : UmemUnlockCredited(t, c))
  /\ WF_vars(\E c \in Cookies : UmemUnlockUnpinned(WORKER, c))
  /\ \A p \in Processes : /\ WF_vars(MunmapDone(p))
                          /\ SF_vars(ExitDone(p))
                          /\ \A c \in Cookies : SF_vars(CallbackBegan(p, c))
                          /\ WF_vars(\E c \in Cookies : CallbackEnded(p, c))

(* What the driver owes (LOCK.unlock-after-close, UNLOCK.prompt).          *)
DriverUnlocks ==
  \A c \in Cookies : WF_vars(\E t \in Threads : \/ UmemUnlockQueued(t, c)
                                                \/ UmemUnlockUnpinned(t, c))

Spec     == Init /\ [][Next]_vars
FairSpec == Spec /\ Fairness
=============================================================================
