------------------------------ MODULE MCUmemIo -----------------------------
(***************************************************************************)
(* The contract of bufs within bounds that TLC can exhaust. Every bound is *)
(* either a constant, given by the .cfg of a question, or a guard here.    *)
(***************************************************************************)
EXTENDS UmemIoProperties

(* A buf is asked for only if there is one left; the least is given.       *)
(* Numbers of bufs and of cookies mean nothing.                            *)
Room        == Set # Bufs
IsLeastB(b) == \A d \in Bufs \ Set : b <= d
IsLeastC(c) == \A d \in Cookies \ Live : c <= d

MCUmemIosetup(t, c, off, len, direction, blkno, sleepflag, b, left) ==
  /\ IsLeastB(b)
  /\ UmemIosetup(t, c, off, len, direction, blkno, sleepflag, b, left)
MCUmemIosetupRefused(t, c, off, len, direction, blkno, sleepflag, left) ==
  /\ Room
  /\ UmemIosetupRefused(t, c, off, len, direction, blkno, sleepflag, left)
MCUmemAlloc(t, size, flag, address, c) ==
  IsLeastC(c) /\ UmemAlloc(t, size, flag, address, c)
MCUmemLock(t, p, addr, len, flags, c) ==
  IsLeastC(c) /\ UmemLock(t, p, addr, len, flags, c)

MCSetup ==
  \E t \in Threads, c \in Cookies, off \in Offsets, len \in Lengths,
     direction \in Directions, blkno \in Blocks, sleepflag \in Sleepflags,
     left \in BOOLEAN :
    \/ \E b \in Bufs :
         MCUmemIosetup(t, c, off, len, direction, blkno, sleepflag, b, left)
    \/ MCUmemIosetupRefused(t, c, off, len, direction, blkno, sleepflag, left)

MCBegin ==
  \E t \in Threads, c \in Cookies :
    \/ \E size \in Sizes, flag \in Flags, address \in Addresses \cup {NULL} :
         MCUmemAlloc(t, size, flag, address, c)
    \/ \E p \in Processes, addr \in LockAddresses, len \in LockLengths,
          flags \in LockFlags :
         MCUmemLock(t, p, addr, len, flags, c)

MCNext == MCSetup \/ Use \/ MCBegin \/ End \/ Environment

MCSpec == Init /\ [][MCNext]_vars
=============================================================================
