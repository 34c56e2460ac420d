----------------------------- MODULE UmemDevmap ----------------------------
(***************************************************************************)
(* The contract of exports: every step there is. What it promises is in    *)
(* UmemDevmapProperties. The cookies are there from boot on; processes do  *)
(* not exit; no two steps of exports are ever half done at a time.         *)
(*                                                                         *)
(* Next quantifies over constant sets, and what is possible is said inside *)
(* the actions, so that TLC can tell the arguments of every step.          *)
(***************************************************************************)
EXTENDS DevmapUse

CONSTANTS
  Places,       \* the addresses that mappings are given
  Lengths,      \* how many pages are mapped
  Prots,        \* with which protections, without PROT_USER
  Types,        \* subset of {"shared", "private"}
  Opens,        \* how the device is open: subset of {"r", "rw"}
  SetUp,        \* the cookies of setups, or NULL
  Again,        \* the cookies of second setups; {}: the entry makes one
  Koffs, Lens, Maxprots, DevmapFlags,   \* with which they are made
  Accesses,     \* with an access callback? subset of BOOLEAN
  Entries,      \* what the entry returns
  Remapped,     \* the cookies of remaps; {}: nobody remaps
  Offs, RemapLens, RemapMaxprots, RemapFlags,
  Mprots,       \* the protections of mprotect; {}: nobody calls it
  Writers,      \* the processes that store
  Filled,       \* the cookies that the driver fills
  Freed         \* the cookies that the driver frees

ASSUME PlacesAreUserPages == Places \subseteq UserPages
ASSUME TypesAreKnown      == Types \subseteq {"shared", "private"}
ASSUME OpensAreKnown      == Opens \subseteq {"r", "rw"}
ASSUME CookiesAreKnown    ==
  SetUp \cup Again \cup Remapped \cup Filled \cup Freed \subseteq Cookies \cup {NULL}
ASSUME WordsAreWords      ==
  Koffs \cup Lens \cup Offs \cup RemapLens \subseteq Word
ASSUME EntriesAreKnown    == Entries \subseteq ENTRY_FAILS \cup {AS_THEY_WENT}

Init ==
  /\ live = Cookies
  /\ alive = Processes \ Children
  /\ map = <<>>
  /\ shows = [p \in Processes |-> [a \in UserPages |-> AtBoot(p, a)]]
  /\ memory = [f \in AllPages |-> ZERO]
  /\ answer = [op |-> "boot"]

(* What may be asked for. The second setup is as the first, but for its    *)
(* cookie.                                                                 *)
Mmaps == [proc : Processes, addr : Places, pages : Lengths, prot : Prots,
          type : Types, open : Opens]
Setups == [cookie : SetUp, koff : Koffs, len : Lens, maxprot : Maxprots,
           flags : DevmapFlags]
Made(s, again) == IF again = {} THEN <<s>>
                  ELSE <<s, [s EXCEPT !.cookie = CHOOSE c \in again : TRUE]>>
OneOrTwo == {{}} \cup {{c} : c \in Again}
Remaps == [cookie : Remapped, koff : Offs, len : RemapLens,
           maxprot : RemapMaxprots, flags : RemapFlags]
Handles == Processes \X Places

System ==
  \/ \E m \in Mmaps, s \in Setups, again \in OneOrTwo, access \in Accesses :
       \/ \E results \in Answers :
            DevmapUmemSetup(m, Made(s, again), access, results)
       \/ \E entry \in Entries, results \in Answers \cup {<<>>},
             errno \in {"ENXIO", "EINVAL", "EACCES"} :
            DevmapUmemSetupRefused(m, Made(s, again), access, entry, results, errno)
  \/ \E h \in Handles, s \in Remaps :
       \/ \E switched \in SUBSET UserPages : DevmapUmemRemap(h, s, switched)
       \/ DevmapUmemRemapRefused(h, s)

Application ==
  \/ \E h \in Handles : \/ Munmap(h)
                        \/ \E prot \in Mprots : \/ DevmapMprotect(h, prot)
                                                \/ DevmapMprotectRefused(h, prot)
  \/ \E p, child \in Processes : Fork(p, child)
  \/ \E p \in Writers, a \in UserPages : UserFill(p, a)
  \/ \E p \in Processes, a \in UserPages : UserFaults(p, a)

Driver ==
  \/ \E c \in Filled, i \in 0..2 : MemoryFill(c, i)
  \/ \E c \in Freed : UmemFree(c)

Next == System \/ Application \/ Driver

Spec == Init /\ [][Next]_vars
=============================================================================
