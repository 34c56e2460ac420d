------------------------------ MODULE LockSteps ----------------------------
(***************************************************************************)
(* How a kernel locks, step by step: charge; pin page by page, under the   *)
(* lock of the address space; scan the mappings, if LONGTERM; register the *)
(* cleanup function. Or undo page by page, and refund.                     *)
(*                                                                         *)
(* The variables of UmemLock keep their meaning, but for pins, which now   *)
(* go up and down by one page.                                             *)
(***************************************************************************)
EXTENDS UmemLock

VARIABLES step,         \* thread -> how far it is in its call, or IDLE
          readers,      \* process -> who reads its address space
          phase,        \* process -> "none", or what its event does: "wants"
                        \* to write the address space, or "waits"
          refs          \* cookie -> how many refer to it still

IDLE == [at |-> "idle", done |-> 0, cookie |-> NULL, errno |-> ""]
own == <<step, readers, phase, refs>>
allVars == <<vars, own>>

(* A writer that wants to enter comes before new readers.                  *)
MayRead(p) == phase[p] # "wants"

Of(t) == call[t].request
Goes(t, at) == step' = [step EXCEPT ![t].at = at]
Leaves(t) == readers' = [readers EXCEPT ![Of(t).proc] = @ \ {t}]

(* One page more, or less.                                                 *)
PinPage(p, a, by) == pins' = [pins EXCEPT ![p][a] = @ + by]

Undoes(t, errno) == step' = [step EXCEPT ![t].at = "undoing", ![t].errno = errno]

(* The first step of a call, charged, is that of UmemLock.                 *)
StepCharged(t) ==
  /\ step[t] = IDLE
  /\ Goes(t, "charged")
  /\ UNCHANGED <<readers, phase, refs>>

StepEnter(t) ==
  /\ step[t].at = "charged"
  /\ MayRead(Of(t).proc)
  /\ readers' = [readers EXCEPT ![Of(t).proc] = @ \cup {t}]
  /\ Goes(t, "pinning")
  /\ UNCHANGED <<vars, phase, refs>>

(* Why a page cannot be pinned: LOCK.efault-unmapped, LOCK.eacces.         *)
Wrong(kind, flags) ==
  CASE kind \in {UNMAPPED, "not lockable"} -> "EFAULT"
    [] ~Permits(kind, flags)               -> "EACCES"
    [] OTHER                               -> ""

Next1(t) == Of(t).addr + step[t].done       \* the page that is next
WrongNow(t) ==
  IF Of(t).len = 0 \/ Next1(t) \notin UserPages THEN "EFAULT"
  ELSE Wrong(pages[Of(t).proc][Next1(t)], Of(t).flags)

StepPin(t) ==
  /\ step[t].at = "pinning"
  /\ IF Of(t).len > 0 /\ step[t].done = Of(t).len
     THEN \* All are pinned.
          /\ IF "NestsTheReadLock" \in Sins THEN UNCHANGED readers ELSE Leaves(t)
          /\ Goes(t, "pinned")
          /\ UNCHANGED pins
     ELSE IF WrongNow(t) # ""
     THEN /\ Leaves(t)
          /\ Undoes(t, WrongNow(t))
          /\ UNCHANGED pins
     ELSE /\ PinPage(Of(t).proc, Next1(t), 1)
          /\ step' = [step EXCEPT ![t].done = @ + PageSize]
          /\ UNCHANGED readers
  /\ UNCHANGED <<lock, call, proc, pages, event, used, limit, queue, answer,
                 phase, refs>>

(* LOCK.resource-shortage, in the midst of it.                             *)
StepShort(t, errno) ==
  /\ step[t].at = "pinning" /\ errno \in Shortages
  /\ Causes(Of(t), pages[Of(t).proc]) = {}
  /\ Leaves(t)
  /\ Undoes(t, errno)
  /\ UNCHANGED <<vars, phase, refs>>

(* LOCKMEM.longterm-shared-file: the address space is entered again, which *)
(* must not be while it is still being read: a writer may want it by now.  *)
StepScan(t) ==
  /\ step[t].at = "pinned"
  /\ Longterm(Of(t).flags) => MayRead(Of(t).proc)
  /\ IF /\ Longterm(Of(t).flags)
        /\ \E a \in Scanned(Of(t)) : pages[Of(t).proc][a] = "shared file"
     THEN Undoes(t, "EFAULT")
     ELSE Goes(t, "scanned")
  /\ Leaves(t)
  /\ UNCHANGED <<vars, phase, refs>>

(* LOCKMEM.registration-failure. From here on the cleanup function may be  *)
(* called, before the call returns (LOCKMEM.callback-before-return).       *)
StepRegister(t, c, armed) ==
  /\ step[t].at = "scanned" /\ refs[c] = 0
  /\ Stored(t, c, armed)
  /\ refs' = [refs EXCEPT ![c] = IF armed THEN 2 ELSE 1]
  /\ Goes(t, "returning")
  /\ UNCHANGED <<pins, readers, phase>>

StepRegisterFails(t) ==
  /\ step[t].at = "scanned"
  /\ Of(t).vector = "function" /\ Exiting(Of(t).proc)
  /\ Undoes(t, "ENOMEM")
  /\ UNCHANGED <<vars, readers, phase, refs>>

StepReturn(t) ==
  /\ step[t].at = "returning"
  /\ step' = [step EXCEPT ![t] = IDLE]
  /\ UNCHANGED <<vars, readers, phase, refs>>

(* LOCK.rollback: the last page first, then the charge.                    *)
StepUndo(t) ==
  /\ step[t].at = "undoing" /\ step[t].done > 0
  /\ PinPage(Of(t).proc, Next1(t) - PageSize, -1)
  /\ step' = [step EXCEPT ![t].done =
                IF "UndoesOnePage" \in Sins THEN 0 ELSE @ - PageSize]
  /\ UNCHANGED <<lock, call, proc, pages, event, used, limit, queue, answer,
                 readers, phase, refs>>

StepRefund(t) ==
  /\ step[t].at = "undoing" /\ step[t].done = 0
  /\ Refunded(t, step[t].errno)
  /\ UNCHANGED pins
  /\ step' = [step EXCEPT ![t] = IDLE]
  /\ UNCHANGED <<readers, phase, refs>>
=============================================================================
