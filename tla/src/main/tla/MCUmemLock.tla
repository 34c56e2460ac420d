----------------------------- MODULE MCUmemLock ----------------------------
(***************************************************************************)
(* The contract of locking within bounds that TLC can exhaust. Every bound *)
(* is either a constant, given by the .cfg of a question, or a guard here. *)
(***************************************************************************)
EXTENDS UmemLockLiveness

(* A call is made only if there is a cookie for it, and takes the least:   *)
(* numbers of cookies mean nothing.                                        *)
Room == Cardinality(Locked) + Cardinality(Locking) < Cardinality(Cookies)
IsLeast(c) == \A d \in Cookies \ Locked : c <= d

MCUmemLockCharged(t, p, addr, len, flags, counted) ==
  Room /\ UmemLockCharged(t, p, addr, len, flags, counted)
MCUmemLockMemoryCharged(t, p, addr, len, flags, vector, counted) ==
  Room /\ UmemLockMemoryCharged(t, p, addr, len, flags, vector, counted)
MCUmemLockPinned(t, c) == IsLeast(c) /\ UmemLockPinned(t, c)
MCUmemLockMemoryPinned(t, c, armed) ==
  IsLeast(c) /\ UmemLockMemoryPinned(t, c, armed)

MCSystem ==
  \/ \E t \in Threads, p \in Processes, addr \in Addresses, len \in Lengths :
       \/ \E flags \in LockFlags :
            \/ UmemLockRefused(t, p, addr, len, flags)
            \/ UmemLockDenied(t, p, addr, len, flags)
            \/ \E counted \in BOOLEAN :
                 MCUmemLockCharged(t, p, addr, len, flags, counted)
       \/ \E flags \in MemoryFlags, vector \in MemoryVectors :
            \/ UmemLockMemoryRefused(t, p, addr, len, flags, vector)
            \/ UmemLockMemoryDenied(t, p, addr, len, flags, vector)
            \/ \E counted \in BOOLEAN :
                 MCUmemLockMemoryCharged(t, p, addr, len, flags, vector, counted)
  \/ \E t \in Threads :
       \/ \E c \in Cookies :
            \/ MCUmemLockPinned(t, c)
            \/ \E armed \in BOOLEAN : MCUmemLockMemoryPinned(t, c, armed)
       \/ \E errno \in Errnos : \/ UmemLockFailed(t, errno)
                                \/ UmemLockMemoryFailed(t, errno)
  \/ \E t \in Callers, c \in Cookies : \/ UmemUnlockQueued(t, c)
                                       \/ UmemUnlockUnpinned(t, c)
                                       \/ UmemUnlockCredited(t, c)

MCNext == MCSystem \/ Application \/ Environment

MCSpec       == Init /\ [][MCNext]_vars
MCFairSpec   == MCSpec /\ Fairness
MCDriverSpec == MCFairSpec /\ DriverUnlocks
=============================================================================
