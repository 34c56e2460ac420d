----------------------------- MODULE TraceUmem -----------------------------
(***************************************************************************)
(* What a trace may tell of allocation, as steps of Umem, with words of 64 *)
(* bits. A trace is accepted if each event is one of the steps that fit it.*)
(*                                                                         *)
(* Arithmetic is Java's (BigNumbers): a number of more than 32 bits is a   *)
(* value named by its decimal digits. A set of bytes is a first byte and a *)
(* length, and what memory holds is a list of runs (TraceWords), for the   *)
(* operators Range, Apart, Storing and Shows.                              *)
(***************************************************************************)
EXTENDS Umem

NotOverridden == Assert(FALSE, "umemtck.tla.host is not on the class path")

(* The constants, from the head of the trace.                              *)
Given(name) == NotOverridden
GivenWordMax    == Given("WordMax")
GivenPageSize   == Given("PageSize")
GivenCapacity   == Given("Capacity")
GivenProfile    == Given("Profile")
GivenThreads    == Given("Threads")
GivenInterrupts == Given("Interrupts")
SaysCapacity    == Given("SaysCapacity")
AnyCookie       == Nat \ {NULL}
Nobody          == {}

(* Nobody knows how much of a resource there is until it is set or read:   *)
(* then a grant is right, and so is a refusal.                             *)
UNKNOWN       == 2^62
Unknown(r)    == free[r] > 2^61
KnownToFit(r) == IF Unknown(r) THEN 0 ELSE Share(r, free[r])

NOTHING == NotOverridden                \* DIRT, wherever one looks

TraceInit ==
  /\ live = <<>>
  /\ free = [r \in Resources |-> UNKNOWN]
  /\ memory = NOTHING
  /\ asleep = [t \in Threads |-> AWAKE]
  /\ answer = [op |-> "boot"]

TraceNext == UNCHANGED vars             \* what happens is the trace's to say

Inside(c, address, length) ==
  /\ live[c].address <= address
  /\ address + length <= live[c].address + live[c].pages * PageSize

(* MemoryFill, of any bytes with any value.                                *)
MemoryFilled(t, address, length, value) ==
  \E c \in WithMemory : /\ Inside(c, address, length)
                        /\ Store(t, c, address, length, value)

(* The bytes before the one that differs, or all if none does, hold value; *)
(* that one holds what was found. DIRT may look like anything.             *)
Shows(bytes, address, length, value, difference, found) == NotOverridden

MemoryMatched(t, address, length, value, difference, found) ==
  /\ \E c \in WithMemory : Inside(c, address, length)
  /\ Shows(memory, address, length, value, difference, found)
  /\ UNCHANGED vars

(* What is read first was so: the environment had made so much available.  *)
GetFree(r, amount) ==
  \/ Unknown(r) /\ SetFree(r, amount)
  \/ free[r] = amount /\ UNCHANGED vars

(* A machine that does not say how large an allocation can ever be may     *)
(* refuse a sleeper for that reason (ALLOC.impossible-size).               *)
UmemAllocRefusedForGood(t, size, flag) ==
  /\ ~SaysCapacity
  /\ ~SureToFit(size, flag)
  /\ IsCall(t, size, flag)
  /\ asleep' = [asleep EXCEPT ![t] = AWAKE]
  /\ UNCHANGED <<live, free, memory, answer>>

(* What other areas do to what this one speaks of: devices, applications   *)
(* and another driver store into memory that they were given, and that     *)
(* driver takes of the resources, and gives back.                          *)
OthersStore == memory' = NOTHING /\ UNCHANGED <<live, free, asleep, answer>>
OthersTake  ==
  /\ free' = [r \in Resources |-> UNKNOWN]
  /\ UNCHANGED <<live, memory, asleep, answer>>
=============================================================================
