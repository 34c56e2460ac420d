----------------------------- MODULE SharedDriver --------------------------
(***************************************************************************)
(* Example 10-4 as an algorithm: a driver that exports an area of memory,  *)
(* which it allocates when the first application maps it, and of which     *)
(* 64-bit applications share the first page, 32-bit applications the       *)
(* second. In steps, between which others run.                             *)
(*                                                                         *)
(* The extract in the guide has lost the mutex and the breaks of the       *)
(* switch; they are as in the complete text (K-26). It sizes the area by   *)
(* the model of whoever maps first, but its prose wants a page for each    *)
(* model that is supported: the prose is followed (K-20).                  *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets, Sequences, TLC

CONSTANTS
  Lp64, Ilp32, Others,  \* the processes, by data model: numbers, not NULL
  Cookies,              \* the cookies there are: numbers, not NULL
  Offs, Lens,           \* what is mapped, in pages
  MayFail,              \* whether an allocation may yield NULL (K-06)
  Detaches,             \* whether the driver is ever detached
  Writers,              \* the processes that store
  DriverPages,          \* the pages that the driver stores to
  Sins                  \* set of names; {} is the example as it is meant

NULL   == 0
NOBODY == 0
DRIVER == 0             \* who stores through the kernel address
Processes == Lp64 \cup Ilp32 \cup Others

ASSUME NumbersAreNotNull == Processes \cup Cookies \subseteq Nat \ {0}
ASSUME ModelsAreApart ==
  Cardinality(Processes) = Cardinality(Lp64) + Cardinality(Ilp32) + Cardinality(Others)

VARIABLES
  at,       \* process -> which step of segmap(9E) it is at, or OUT
  want,     \* process -> what it maps: [off, pages]
  got,      \* process -> the cookie that its allocation gave it
  mutex,    \* who has it, or NOBODY
  umem,     \* the cookie in the driver's state, or NULL
  area,     \* live cookie -> how many pages it has
  mapping,  \* process -> the pages that it has mapped, in order; <<>>: none
  memory,   \* page of a cookie -> who stored to it last; FRESH if nobody
  attached, \* whether the driver is
  answer    \* the last step: what was done, and what came of it

vars == <<at, want, got, mutex, umem, area, mapping, memory, attached, answer>>

OUT   == "out"
FRESH == 99              \* not a process
Frames == Cookies \X {0, 1, 2}
NOTHING == [off |-> 0, pages |-> 0]

Init ==
  /\ at = [p \in Processes |-> OUT]
  /\ want = [p \in Processes |-> NOTHING]
  /\ got = [p \in Processes |-> NULL]
  /\ mutex = NOBODY /\ umem = NULL /\ area = <<>>
  /\ mapping = [p \in Processes |-> <<>>]
  /\ memory = [f \in Frames |-> FRESH]
  /\ attached = FALSE
  /\ answer = [op |-> "boot"]

Goes(p, step) == at' = [at EXCEPT ![p] = step]
Did(op, p)    == answer' = [op |-> op, proc |-> p]

(******** segmap(9E) *******************************************************)
Segmap(p, off, pages) ==
  /\ attached /\ at[p] = OUT /\ mapping[p] = <<>>
  /\ Goes(p, "enters")
  /\ want' = [want EXCEPT ![p] = [off |-> off, pages |-> pages]]
  /\ Did("segmap", p)
  /\ UNCHANGED <<got, mutex, umem, area, mapping, memory, attached>>

TakeMutex(p) ==
  /\ at[p] = "enters"
  /\ IF "TestsWithoutTheLock" \in Sins THEN UNCHANGED mutex
     ELSE mutex = NOBODY /\ mutex' = p
  /\ Goes(p, "tests")
  /\ Did("mutex_enter", p)
  /\ UNCHANGED <<want, got, umem, area, mapping, memory, attached>>

TestUmem(p) ==
  /\ at[p] = "tests"
  /\ Goes(p, IF umem = NULL THEN "allocates" ELSE "releases")
  /\ Did("test", p)
  /\ UNCHANGED <<want, got, mutex, umem, area, mapping, memory, attached>>

(* SHARED.size-covers-models: a page for each model, whoever comes first.  *)
(* SHARED.unknown-model: also if it is another one.                        *)
AreaPages(p) ==
  CASE "SizesByTheFirst" \in Sins    -> IF p \in Lp64 THEN 2 ELSE 1
    [] "SizesByTheLastCase" \in Sins -> 1
    [] OTHER                         -> 2

Allocates(p) == at[p] \in {"allocates", "asleep"}

AllocSleeps(p) ==
  /\ at[p] = "allocates"
  /\ Goes(p, "asleep")
  /\ Did("sleeps", p)
  /\ UNCHANGED <<want, got, mutex, umem, area, mapping, memory, attached>>

AllocReturns(p, c) ==
  /\ Allocates(p)
  /\ c \notin DOMAIN area
  /\ area' = (c :> AreaPages(p)) @@ area
  /\ got' = [got EXCEPT ![p] = c]
  /\ Goes(p, "sets")
  /\ Did("allocated", p)
  /\ UNCHANGED <<want, mutex, umem, mapping, memory, attached>>

(* SHARED.alloc-failure: the mmap fails, and the next one tries again.     *)
AllocFails(p) ==
  /\ Allocates(p) /\ MayFail
  /\ got' = [got EXCEPT ![p] = IF "TakesNullForACookie" \in Sins
                               THEN CHOOSE c \in Cookies : TRUE ELSE NULL]
  /\ Goes(p, IF "KeepsTheMutex" \in Sins THEN "maps" ELSE "sets")
  /\ Did("failed", p)
  /\ UNCHANGED <<want, mutex, umem, area, mapping, memory, attached>>

SetUmem(p) ==
  /\ at[p] = "sets"
  /\ umem' = got[p]
  /\ got' = [got EXCEPT ![p] = NULL]
  /\ Goes(p, "releases")
  /\ Did("set", p)
  /\ UNCHANGED <<want, mutex, area, mapping, memory, attached>>

ReleaseMutex(p) ==
  /\ at[p] = "releases"
  /\ mutex' = IF mutex = p THEN NOBODY ELSE mutex
  /\ Goes(p, "maps")
  /\ Did("mutex_exit", p)
  /\ UNCHANGED <<want, got, umem, area, mapping, memory, attached>>
=============================================================================
