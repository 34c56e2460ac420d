---------------------------- MODULE DevmapState ----------------------------
(***************************************************************************)
(* Exports: memory of cookies, mapped into applications. The state of the  *)
(* contract, and the words in which the actions speak of it.               *)
(*                                                                         *)
(* A mapping is one mmap of a device: map says what was agreed of it, and  *)
(* shows what an access to each page reaches. In a kernel that is right    *)
(* the second follows from the first, and a property says so.              *)
(***************************************************************************)
EXTENDS Rounding, FiniteSets, Sequences, TLC

CONSTANTS
  OnePage, TwoPages, ThreePages,    \* the cookies, by size: numbers, not NULL
  Pageables, Lockeds, Trashes,      \* by kind; all others are NON_PAGEABLE
  Processes,    \* numbers, none of them NULL
  Children,     \* those of Processes that are born by fork
  UserPages,    \* the addresses of pages that a process may map
  LockedOf,     \* the process whose pages the LOCKED cookie has locked,
  LockedAt,     \* and the address where they begin
  Profile       \* "documented" or "illumos"

Cookies == OnePage \cup TwoPages \cup ThreePages

ASSUME CookiesAreNotNull    == Cookies \subseteq Nat \ {NULL}
ASSUME CookiesHaveOneSize   ==
  Cardinality(Cookies) =
    Cardinality(OnePage) + Cardinality(TwoPages) + Cardinality(ThreePages)
ASSUME CookiesHaveOneKind   ==
  /\ Pageables \cup Lockeds \cup Trashes \subseteq Cookies
  /\ Pageables \cap Lockeds = {} /\ (Pageables \cup Lockeds) \cap Trashes = {}
ASSUME OneCookieIsLocked    == Cardinality(Lockeds) <= 1
ASSUME ProcessesAreNotNull  == Processes \subseteq Nat \ {NULL}
ASSUME ChildrenAreProcesses == Children \subseteq Processes
ASSUME UserPagesAreAligned  ==
  \A a \in UserPages : a \in Word /\ a % PageSize = 0
ASSUME ProfileIsKnown       == Profile \in {"documented", "illumos"}

VARIABLES
  live,     \* the live cookies
  alive,    \* the processes that there are
  map,      \* <<process, address>> -> what was agreed of the mapping there
  shows,    \* process -> page -> what an access to it reaches
  memory,   \* page of a cookie -> ZERO, or who wrote it last
  answer    \* the last step: what was asked, and what came of it

vars == <<live, alive, map, shows, memory, answer>>

Illumos == Profile = "illumos"
ZERO   == -1                            \* nobody has written yet
DRIVER == 0                             \* who writes through kernel addresses

(* Page i of a cookie; and what else an access may reach.                  *)
Page(c, i) == <<c, i>>
JUNK     == <<0, 0>>                    \* ALLOC.trash: one page for them all
FAULTS   == <<0, 1>>                    \* a fault signal, and no memory
UNMAPPED == <<0, 2>>

(* COOKIE.kinds, ALLOC.round-up: a cookie has whole pages.                 *)
PagesIn(c) == CASE c \in OnePage -> 1 [] c \in TwoPages -> 2 [] OTHER -> 3
Size(c)    == PagesIn(c) * PageSize
Kind(c) == CASE c \in Pageables -> "PAGEABLE"
             [] c \in Lockeds   -> "LOCKED"
             [] c \in Trashes   -> "TRASH"
             [] OTHER           -> "NON_PAGEABLE"

AllPages == {f \in (Cookies \ Trashes) \X (0..2) : f[2] < PagesIn(f[1])}

(* What page i of a mapping reaches that begins at page first of a cookie. *)
Target(c, first, i) == IF c \in Trashes THEN JUNK ELSE Page(c, first + i)

(* The pages of n pages from an address on, and the pages of a mapping.    *)
PagesFrom(addr, n) == {a \in UserPages : a >= addr /\ a < addr + n * PageSize}
Mappings   == DOMAIN map
Of(h)      == PagesFrom(h[2], map[h].pages)
Nth(addr, a) == Units(a - addr, PageSize)

(* What a LOCKED cookie has locked, at its own addresses.                  *)
Own(p, a) ==
  /\ Lockeds # {} /\ p = LockedOf
  /\ a \in PagesFrom(LockedAt, PagesIn(CHOOSE c \in Lockeds : TRUE))
AtBoot(p, a) ==
  IF Own(p, a) THEN Page(CHOOSE c \in Lockeds : TRUE, Nth(LockedAt, a))
               ELSE UNMAPPED

(* Shown of pages of one process anew, and of all others as before.        *)
NowShows(p, pages, Seen(_)) ==
  shows' = [shows EXCEPT ![p] =
              [a \in UserPages |-> IF a \in pages THEN Seen(a) ELSE @[a]]]

TypeOK ==
  /\ live \subseteq Cookies
  /\ alive \subseteq Processes
  /\ \A h \in Mappings : /\ h[1] \in alive
                         /\ map[h].cookie \in Cookies \cup {NULL}
                         /\ map[h].first \in Nat /\ map[h].pages \in Nat
                         /\ map[h].prot \in 0..15 /\ map[h].maxprot \in 0..15
                         /\ map[h].remap \in BOOLEAN
                         /\ Cardinality(Of(h)) = map[h].pages
  /\ DOMAIN shows = Processes
  /\ \A p \in Processes : DOMAIN shows[p] = UserPages
  /\ memory \in [AllPages -> {ZERO, DRIVER} \cup Processes]
=============================================================================
