------------------------------ MODULE IoState ------------------------------
(***************************************************************************)
(* Bufs: the state of the contract, and the words in which the actions     *)
(* speak of it.                                                            *)
(*                                                                         *)
(* A buf holds what it was made of: an address, in the kernel or in a      *)
(* process, and a length. It never asks its cookie again, which is why no  *)
(* cookie may end while a buf is on it (COOKIE.no-buf-reference).          *)
(***************************************************************************)
EXTENDS Rounding, FiniteSets, TLC

CONSTANTS Cookies,      \* the cookies there are: numbers, none of them NULL
          Bufs,         \* the bufs there are: numbers, none of them NULL
          Threads,      \* who calls on behalf of a driver
          Interrupts,   \* those of Threads that service an interrupt
          Processes,    \* numbers, none of them NULL
          UserPages,    \* the pages that every process has: addresses
          Values        \* what devices and owners store: numbers, not 0

ASSUME CookiesAreNotNull    == Cookies \subseteq Nat \ {NULL}
ASSUME BufsAreNotNull       == Bufs \subseteq Nat \ {NULL}
ASSUME InterruptsAreThreads == Interrupts \subseteq Threads
ASSUME ProcessesAreNotNull  == Processes \subseteq Nat \ {NULL}
ASSUME ValuesAreNotZero     == Values \subseteq Nat \ {0}
ASSUME UserPagesAreAligned  ==
  \A a \in UserPages : a \in Word \ {NULL} /\ a % PageSize = 0

VARIABLES
  live,     \* cookie -> [kind, proc, addr, size, flags]
  buf,      \* buf -> [cookie, proc, addr, len, direction, blkno]
  memory,   \* KERNEL or process -> byte -> ZERO, DIRT or a value stored
  short,    \* whether the next attempt to get memory for a buf fails
  used,     \* bytes of locked memory that are counted
  answer    \* the last step: what was asked, and what came of it

vars == <<live, buf, memory, short, used, answer>>

KERNEL == 0
Spaces == Processes \cup {KERNEL}
ZERO == 0
DIRT == -1                              \* somebody else's, or nothing there
Live == DOMAIN live                     \* COOKIE.valid-interval
Set  == DOMAIN buf                      \* the bufs that were set up
On(c) == {b \in Set : buf[b].cookie = c}

(* COOKIE.kinds. What has memory has whole pages of it, in the kernel or   *)
(* in the process that was locked; TRASH has none.                         *)
Kinds == {"NON_PAGEABLE", "PAGEABLE", "TRASH", "LOCKED"}

(* The bits of flags, with the values of ddidevmap.h.                      *)
Bit(flags, bit) == (flags \div bit) % 2 = 1
Sleeps(flag)    == ~Bit(flag, 1)        \* no DDI_UMEM_NOSLEEP
Pageable(flag)  == Bit(flag, 2)         \* DDI_UMEM_PAGEABLE
Trash(flag)     == Bit(flag, 4)         \* DDI_UMEM_TRASH
Reads(flags)    == Bit(flags, 1)        \* DDI_UMEMLOCK_READ
Writes(flags)   == Bit(flags, 2)        \* DDI_UMEMLOCK_WRITE

(* What is sent to, and asked of, ddi_umem_iosetup. The values of buf.h.   *)
B_READ  == 64                           \* the device stores into memory
B_WRITE == 256                          \* the device takes from memory
SLEEP   == 0
NOSLEEP == 1

(* A value stored over a range of a space.                                 *)
Stored(space, addr, len, value) ==
  [memory EXCEPT ![space] = [a \in Word |-> IF a \in Range(addr, len)
                                            THEN value ELSE @[a]]]

TypeOK ==
  /\ Live \subseteq Cookies
  /\ \A c \in Live : /\ live[c].kind \in Kinds
                     /\ live[c].proc \in Spaces
                     /\ live[c].addr \in Word
                     /\ live[c].size \in Word
                     /\ live[c].flags \in 0..3
  /\ Set \subseteq Bufs
  /\ \A b \in Set : /\ buf[b].cookie \in Cookies
                    /\ buf[b].proc \in Spaces
                    /\ buf[b].addr \in Word
                    /\ buf[b].len \in Word
                    /\ buf[b].blkno \in Nat
  /\ memory \in [Spaces -> [Word -> Values \cup {ZERO, DIRT}]]
  /\ short \in BOOLEAN
  /\ used \in Int
=============================================================================
