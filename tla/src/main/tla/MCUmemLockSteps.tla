--------------------------- MODULE MCUmemLockSteps -------------------------
(***************************************************************************)
(* The steps within bounds that TLC can exhaust, and what a caller sees of *)
(* them: UmemLock.                                                         *)
(***************************************************************************)
EXTENDS UmemLockSteps

Room == Cardinality(Locked) + Cardinality(Locking) < Cardinality(Cookies)
IsLeast(c) == \A d \in Cookies \ Locked : refs[d] = 0 => c <= d

MCStepRegister(t, c, armed) == IsLeast(c) /\ StepRegister(t, c, armed)

MCStepCharge(t) ==
  \E p \in Processes, addr \in Addresses, len \in Lengths, counted \in BOOLEAN :
    /\ Room
    /\ \/ \E flags \in LockFlags :
            UmemLockCharged(t, p, addr, len, flags, counted)
       \/ \E flags \in MemoryFlags, vector \in MemoryVectors :
            UmemLockMemoryCharged(t, p, addr, len, flags, vector, counted)
    /\ StepCharged(t)

MCStepDeny(t) ==
  \E p \in Processes, addr \in Addresses, len \in Lengths :
    /\ step[t] = IDLE
    /\ \/ \E flags \in LockFlags : UmemLockDenied(t, p, addr, len, flags)
       \/ \E flags \in MemoryFlags, vector \in MemoryVectors :
            UmemLockMemoryDenied(t, p, addr, len, flags, vector)
    /\ UNCHANGED own

MCLockGoesOn(t) ==
  \/ StepEnter(t) \/ StepPin(t) \/ StepScan(t)
  \/ \E errno \in Errnos : StepShort(t, errno)
  \/ \E c \in Cookies, armed \in BOOLEAN : MCStepRegister(t, c, armed)
  \/ StepRegisterFails(t) \/ StepReturn(t) \/ StepUndo(t) \/ StepRefund(t)

(* Limits and moves are single steps here too.                             *)
MCStepControl ==
  /\ \/ \E p \in Moves, j \in Projects : Settaskid(p, j) \/ SettaskidDenied(p, j)
     \/ \E h \in Settable, bytes \in Amounts : SetLimit(h, bytes)
  /\ UNCHANGED own

MCStepsNext ==
  \/ \E t \in Threads : MCStepCharge(t) \/ MCStepDeny(t) \/ MCLockGoesOn(t)
  \/ \E t \in Callers : \/ \E c \in Cookies : StepUnlock(t, c) \/ StepQueue(t, c)
                        \/ UnlockGoesOn(t)
  \/ \E p \in Processes :
       \/ EventGoesOn(p)
       \/ \E a \in UserPages :
            \/ \E kind \in Mappable : StepMmap(p, a, kind)
            \/ \E len \in Unmapped : StepMunmap(p, a, len)
  \/ \E p \in Exits : StepExit(p)
  \/ MCStepControl

MCStepsSpec     == StepsInit /\ [][MCStepsNext]_allVars
MCStepsFairSpec == MCStepsSpec /\ StepsFairness

(* What is pinned as a caller sees it: the pages of locks that have been   *)
(* granted and not unlocked; all of a lock at once.                        *)
Seen == IF "ShowsEveryPin" \in Sins THEN pins
        ELSE [p \in Processes |-> [a \in UserPages |->
                Cardinality({c \in Locked : /\ lock[c].proc = p /\ Pinning(c)
                                            /\ Covers(lock[c], a)})]]

Abs == INSTANCE UmemLock WITH pins <- Seen, Sins <- {}

RefinesUmemLock == Abs!Spec
=============================================================================
