------------------------------- MODULE UmemIo ------------------------------
(***************************************************************************)
(* The contract of bufs on cookies: every step there is. What it promises  *)
(* is in UmemIoProperties.                                                 *)
(*                                                                         *)
(* Next quantifies over constant sets, and what is possible is said inside *)
(* the actions, so that TLC can tell the arguments of every step.          *)
(***************************************************************************)
EXTENDS IoCookies

CONSTANTS Sizes,        \* the sizes allocated
          Flags,        \* with these flags, all of them NOSLEEP
          Addresses,    \* at these addresses
          LockAddresses,\* the addresses locked
          LockLengths,  \* the lengths
          LockFlags,    \* with these flags
          Offsets,      \* the offsets of bufs
          Lengths,      \* the lengths of bufs
          Directions,   \* the directions
          Blocks,       \* the block numbers
          Sleepflags,   \* the sleepflags
          Transferred,  \* what devices store and compare with
          Filled,       \* what owners store
          Faults        \* {"BUF"} if memory for bufs is made short, or {}

ASSUME SizesAreWords     == Sizes \cup Addresses \subseteq Word
ASSUME LocksAreWords     == LockAddresses \cup LockLengths \subseteq Word
ASSUME BufsAreWords      == Offsets \cup Lengths \subseteq Word
ASSUME FlagsDoNotSleep   == \A flag \in Flags : ~Sleeps(flag)
ASSUME LockFlagsAreKnown == LockFlags \subseteq 1..3
ASSUME StoredAreValues   == /\ Transferred \subseteq Values \cup {ZERO}
                            /\ Filled \subseteq Values
ASSUME FaultsAreKnown    == Faults \subseteq {"BUF"}

Init ==
  /\ live = <<>>
  /\ buf = <<>>
  /\ memory = [s \in Spaces |-> [a \in Word |->
                 IF s # KERNEL /\ DownTo(a, PageSize) \in UserPages
                 THEN ZERO ELSE DIRT]]
  /\ short = FALSE
  /\ used = 0
  /\ answer = [op |-> "boot"]

Setup ==
  \E t \in Threads, c \in Cookies, off \in Offsets, len \in Lengths,
     direction \in Directions, blkno \in Blocks, sleepflag \in Sleepflags,
     left \in BOOLEAN :
    \/ \E b \in Bufs :
         UmemIosetup(t, c, off, len, direction, blkno, sleepflag, b, left)
    \/ UmemIosetupRefused(t, c, off, len, direction, blkno, sleepflag, left)

Use ==
  \E t \in Threads, b \in Bufs :
    \/ \E value \in Transferred : Strategy(t, b, value)
    \/ Freerbuf(t, b)

Begin ==
  \E t \in Threads, c \in Cookies :
    \/ \E size \in Sizes, flag \in Flags, address \in Addresses \cup {NULL} :
         UmemAlloc(t, size, flag, address, c)
    \/ \E p \in Processes, addr \in LockAddresses, len \in LockLengths,
          flags \in LockFlags :
         UmemLock(t, p, addr, len, flags, c)

End == \E t \in Threads, c \in Cookies : UmemFree(t, c) \/ UmemUnlock(t, c)

Environment ==
  \/ \E t \in Threads, c \in Cookies, value \in Filled : MemoryFill(t, c, value)
  \/ \E p \in Processes, a \in UserPages, value \in Filled : UserFill(p, a, value)
  \/ \E step \in Faults : FailNext(step)

Next == Setup \/ Use \/ Begin \/ End \/ Environment

Spec == Init /\ [][Next]_vars
=============================================================================
