----------------------------- MODULE UmemState -----------------------------
(***************************************************************************)
(* What there is, and what an allocation uses up: the state of the         *)
(* contract, and the words in which the actions speak of it.               *)
(*                                                                         *)
(* It models what a caller can know, not an allocator. Above all, nobody   *)
(* outside knows where the kernel's address space lies: of ADDRESS only an *)
(* amount is known, and how large the largest hole must at least be.       *)
(***************************************************************************)
EXTENDS Rounding, FiniteSets, TLC

CONSTANTS Cookies,      \* the cookies there are: numbers, none of them NULL
          Threads,      \* who calls
          Interrupts,   \* those of Threads that service an interrupt
          Capacity,     \* pages: a size of more can never be had
          Profile       \* "documented" or "illumos"

ASSUME CookiesAreNotNull     == Cookies \subseteq Nat \ {NULL}
ASSUME InterruptsAreThreads  == Interrupts \subseteq Threads
ASSUME ProfileIsKnown        == Profile \in {"documented", "illumos"}

VARIABLES live,         \* live cookie -> [kind, address, pages]
          free,         \* resource -> how much of it is available
          memory,       \* byte -> ZERO, DIRT, or the cookie whose owner wrote
          asleep,       \* thread -> AWAKE, or the [size, flag] it waits for
          answer        \* the last call: what was asked, and what came of it

vars == <<live, free, memory, asleep, answer>>

Live == DOMAIN live                     \* COOKIE.valid-interval
ZERO == 0
DIRT == -1                              \* somebody else's: whatever is free
AWAKE == [size |-> NULL, flag |-> 1]    \* no call waits for nothing

(* The bits of flag, with the values of ddidevmap.h. SLEEP is 0.           *)
Bit(flag, bit) == (flag \div bit) % 2 = 1
Sleeps(flag)   == ~Bit(flag, 1)         \* no DDI_UMEM_NOSLEEP
Pageable(flag) == Bit(flag, 2)          \* DDI_UMEM_PAGEABLE
Trash(flag)    == Bit(flag, 4)          \* DDI_UMEM_TRASH

Kind(flag) ==                           \* COOKIE.kinds
  CASE Trash(flag)    -> "TRASH"
    [] Pageable(flag) -> "PAGEABLE"
    [] OTHER          -> "NON_PAGEABLE"

(* What a cookie of a kind and k pages uses up. TRASH has no memory of its *)
(* own, whatever the size (ALLOC.trash).                                   *)
Resources == {"PAGES", "SWAP", "ADDRESS", "COOKIES"}

Uses(kind, k, r) ==
  CASE r = "COOKIES"                    -> 1
    [] kind = "TRASH"                   -> IF "TrashTakesPages" \in Sins
                                           THEN k ELSE 0
    [] r = "SWAP" /\ kind # "PAGEABLE"  -> 0
    [] OTHER                            -> k

(* How large an allocation is possible, and how large a one is certain.    *)
(* They differ for ADDRESS only: m live ones with memory leave at most     *)
(* m + 1 holes, so that the largest has no less than an even share.        *)
WithMemory  == {c \in Live : live[c].kind # "TRASH"}
Holes       == Cardinality(WithMemory) + 1
Possible(r) == free[r]
Share(r, n) == IF r = "ADDRESS" THEN (n + Holes - 1) \div Holes ELSE n
Certain(r)  == Share(r, free[r])

(* Addresses that k new pages may have: ALLOC.page-aligned, ALLOC.disjoint *)
IsTaken(bytes) ==
  \E c \in WithMemory : ~Apart(bytes, Extent(live[c].address, live[c].pages))

IsPlace(address, k) ==
  /\ address # NULL
  /\ DownTo(address, PageSize) = address \/ "Misaligns" \in Sins
  /\ EndsInWord(address, k * PageSize)
  /\ ~IsTaken(Extent(address, k)) \/ "Overlaps" \in Sins

TypeOK ==
  /\ Live \subseteq Cookies
  /\ \A c \in Live : /\ live[c].kind \in {"NON_PAGEABLE", "PAGEABLE", "TRASH"}
                     /\ live[c].address \in Word
                     /\ live[c].pages \in Nat
  /\ free \in [Resources -> Int]
  /\ memory \in [Word -> {ZERO, DIRT} \cup Cookies]
  /\ DOMAIN asleep = Threads
=============================================================================
