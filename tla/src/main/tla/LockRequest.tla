---------------------------- MODULE LockRequest ----------------------------
(***************************************************************************)
(* What is asked for, and why it must fail: for its arguments alone, or    *)
(* for the address space as it is (LOCK.validation-order).                 *)
(***************************************************************************)
EXTENDS LockState

CONSTANT Shortages      \* the errnos that page locking fails with when short

ASSUME ShortagesAreKnown == Shortages \subseteq {"ENOMEM", "EAGAIN"}

(* The bits of flags, with the values of ddidevmap.h and esunddi.h.        *)
Bit(flags, bit) == (flags \div bit) % 2 = 1
Reads(flags)    == Bit(flags, 1)        \* DDI_UMEMLOCK_READ
Writes(flags)   == Bit(flags, 2)        \* DDI_UMEMLOCK_WRITE
Longterm(flags) == Bit(flags, 4)        \* DDI_UMEMLOCK_LONGTERM

(* The vector of umem_lockmemory; ddi_umem_lock has none.                  *)
Vectors == {"none", "function", "no function", "wrong version"}

Request(op, p, addr, len, flags, vector) ==
  [op |-> op, proc |-> p, addr |-> addr, len |-> len, flags |-> flags,
   vector |-> vector]

(* LOCK.flags-unknown, LOCKMEM.flags, LOCK.flags-none, LOCK.addr-aligned,  *)
(* LOCK.len-aligned, LOCKMEM.longterm-needs-callback,                      *)
(* LOCKMEM.callback-version: EINVAL, before anything else.                 *)
Invalid(r) ==
  \/ r.flags >= (IF r.op = "ddi_umem_lock" THEN 4 ELSE 8)
  \/ ~Reads(r.flags) /\ ~Writes(r.flags)
  \/ r.addr % PageSize # 0
  \/ r.len % PageSize # 0 /\ "TakesAnyLength" \notin Sins
  \/ Longterm(r.flags) /\ r.vector # "function"
  \/ r.vector = "wrong version"

(* LOCK.flags-both: undocumented, so that EINVAL is right as well (K-01).  *)
MayBeInvalid(r) == ~Illumos /\ Reads(r.flags) /\ Writes(r.flags)

(* LOCK.eacces, LOCK.write-needs-write.                                    *)
Permits(kind, flags) == \/ kind # "read only"
                        \/ ~Writes(flags)
                        \/ "WritesReadOnly" \in Sins

(* LOCKMEM.longterm-range-only: the mappings that are looked at.           *)
Scanned(r) == PagesOf(r.addr, IF "ScansOneTooFar" \in Sins
                              THEN r.len + PageSize ELSE r.len)

(* LOCK.efault-unmapped, LOCK.efault-unsupported,                          *)
(* LOCKMEM.longterm-shared-file, LOCKMEM.longterm-seg-kinds.               *)
Unlockable  == {UNMAPPED, "not lockable"}
SharedFiles == {"shared file"}

CannotLock(r, space) ==
  \/ \E a \in PagesOf(r.addr, r.len) : space[a] \in Unlockable
  \/ Cardinality(PagesOf(r.addr, r.len)) * PageSize # r.len
  \/ Longterm(r.flags) /\ \E a \in Scanned(r) : space[a] \in SharedFiles

Errnos == {"EINVAL", "EFAULT", "EACCES", "ENOMEM", "EAGAIN"}

(* Why the address space refuses: nothing, if it does not. Beyond 0 and    *)
(* the end of the word, illumos says EFAULT, the documents say little      *)
(* (LOCK.len-zero, LOCK.efault-wrap).                                      *)
Causes(r, space) ==
  IF r.len = 0
  THEN {"EFAULT"} \cup (IF Illumos THEN {} ELSE {"EINVAL"})
  ELSE IF ~EndsInWord(r.addr, r.len)
  THEN IF Illumos THEN {"EFAULT"}
       ELSE Errnos
  ELSE (IF CannotLock(r, space) THEN {"EFAULT"} ELSE {})
       \cup (IF \E a \in PagesOf(r.addr, r.len) : ~Permits(space[a], r.flags)
             THEN {"EACCES"} ELSE {})

(* The errnos that are right after the charge: LOCK.resource-shortage only *)
(* where nothing else is wrong; EFAULT also if the range is being unmapped *)
(* just now; any if a cleanup function is to be registered, which comes    *)
(* last, in a process that exits (LOCKMEM.registration-failure).           *)
Right(r, space, ev) ==
  (CASE Causes(r, space) # {}                       -> Causes(r, space)
     [] ev.op = "exit" /\ r.vector = "function"     -> Errnos
     [] OTHER                                       -> Shortages)
  \cup (IF Touches(ev, r) THEN {"EFAULT"} ELSE {})

(* Nobody can tell when, between charge and answer, the address space was  *)
(* looked at: whatever was right once remains right. To be conjoined with  *)
(* a step that changes it.                                                 *)
SeenByCalls(newPages, newEvent) ==
  call' = [t \in Callers |->
             IF InLock(t)
             THEN LET r == call[t].request IN
                  [call[t] EXCEPT !.right =
                     @ \cup Right(r, newPages[r.proc], newEvent[r.proc])]
             ELSE call[t]]
=============================================================================
