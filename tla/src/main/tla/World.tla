------------------------------- MODULE World -------------------------------
(***************************************************************************)
(* What goes on around the interface: the driver writes to its memory, the *)
(* machine has more or less to give, and pages leave memory.               *)
(***************************************************************************)
EXTENDS UmemFree

(* The driver writes its tag, the cookie, to the last byte of what it was  *)
(* given, or to every byte (ALLOC.round-up: every byte is usable). Duties  *)
(* of the caller: the cookie is live (COOKIE.valid-interval), and pageable *)
(* memory is left alone in an interrupt (ALLOC.pageable-restrictions).     *)
Written(c, part) ==
  LET length == live[c].pages * PageSize
  IN  CASE part = "all"  -> [address |-> live[c].address, length |-> length]
        [] part = "last" -> [address |-> Plus(live[c].address, length - 1),
                             length  |-> 1]

Store(t, c, address, length, value) ==
  /\ asleep[t] = AWAKE
  /\ t \in Interrupts => live[c].kind # "PAGEABLE"
  /\ memory' = Storing(memory, Range(address, length), value)
  /\ answer' = [op |-> "memory_fill", thread |-> t, value |-> value,
                address |-> address, length |-> length]
  /\ UNCHANGED <<live, free, asleep>>

MemoryFill(t, c, part) ==
  /\ c \in WithMemory
  /\ LET w == Written(c, part) IN Store(t, c, w.address, w.length, c)

(* The environment makes so much of a resource available: ADDRESS only     *)
(* while nothing cuts it up, and then it is contiguous.                    *)
SetFree(r, amount) ==
  /\ amount <= Capacity
  /\ r = "ADDRESS" => WithMemory = {}
  /\ free' = [free EXCEPT ![r] = amount]
  /\ answer' = [op |-> "set_free", resource |-> r, amount |-> amount]
  /\ UNCHANGED <<live, memory, asleep>>

(* The pages of one cookie leave memory, or (NULL) none do. Only pageable  *)
(* memory may (ALLOC.default-locked), and contents survive it              *)
(* (ALLOC.pageable).                                                       *)
PageOut(c) ==
  /\ \/ c = NULL
     \/ c \in Live /\ live[c].kind = "PAGEABLE"
     \/ c \in WithMemory /\ "PagesOutLocked" \in Sins
  /\ memory' = IF "PageOutLosesContents" \in Sins
               THEN [a \in Word |-> IF memory[a] = c THEN ZERO ELSE memory[a]]
               ELSE memory
  /\ answer' = [op |-> "page_out", cookie |-> c,
                amount |-> IF c = NULL THEN 0 ELSE live[c].pages]
  /\ UNCHANGED <<live, free, asleep>>
=============================================================================
