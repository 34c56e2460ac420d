----------------------------- MODULE DevmapUse -----------------------------
(***************************************************************************)
(* What applications and the driver do with what is exported: unmap,       *)
(* protect, fork, store, and free. Munmap and mprotect are of a whole      *)
(* mapping here.                                                           *)
(***************************************************************************)
EXTENDS DevmapRemap

(* COOKIE.no-mapping-reference: the cookie stays, and all others' mappings.*)
Munmap(h) ==
  /\ h \in Mappings
  /\ map' = [g \in Mappings \ {h} |-> map[g]]
  /\ IF "DropsTheOthers" \in Sins
     THEN shows' = [p \in Processes |-> [a \in UserPages |->
                      CASE p = h[1] /\ a \in Of(h) -> UNMAPPED
                        [] shows[p][a] # shows[h[1]][h[2]] -> shows[p][a]
                        [] OTHER -> FAULTS]]
     ELSE LET Seen(a) == UNMAPPED IN NowShows(h[1], Of(h), Seen)
  /\ live' = IF "UnmapFrees" \in Sins THEN live \ {map[h].cookie} ELSE live
  /\ memory' = IF "UnmapClears" \in Sins
               THEN [f \in AllPages |-> IF f[1] = map[h].cookie THEN ZERO
                                                                ELSE memory[f]]
               ELSE memory
  /\ answer' = [op |-> "munmap", proc |-> h[1], addr |-> h[2],
                len |-> map[h].pages * PageSize]
  /\ UNCHANGED alive

(* DEVMAP.maxprot-sticky.                                                  *)
Protects(h, prot, errno) ==
  [op |-> "mprotect", proc |-> h[1], addr |-> h[2], prot |-> prot,
   errno |-> errno]

DevmapMprotect(h, prot) ==
  /\ h \in Mappings
  /\ Inside(prot + USER, map[h].maxprot) \/ "AsksNoMaxprot" \in Sins
  /\ map' = [map EXCEPT ![h].prot = prot + USER]
  /\ answer' = Protects(h, prot, "")
  /\ UNCHANGED <<live, alive, shows, memory>>

DevmapMprotectRefused(h, prot) ==
  /\ h \in Mappings
  /\ \/ ~Inside(prot + USER, map[h].maxprot)
     \/ "ProtectsNothing" \in Sins
  /\ answer' = Protects(h, prot, "EACCES")
  /\ UNCHANGED <<live, alive, map, shows, memory>>

(* DEVMAP.fork-shares. Nobody forks while pages of his own are locked      *)
(* (K-09).                                                                 *)
Fork(p, child) ==
  LET Copy(f) == IF f \in AllPages /\ "CopiesAtFork" \in Sins
                 THEN Page(f[1], f[2] + 3) ELSE f
  IN
  /\ p \in alive /\ child \in Children \ alive
  /\ \A a \in UserPages : ~Own(p, a)
  /\ alive' = alive \cup {child}
  /\ map' = [h \in Mappings \cup {<<child, g[2]>> : g \in {m \in Mappings : m[1] = p}}
               |-> IF h[1] = child THEN map[<<p, h[2]>>] ELSE map[h]]
  /\ shows' = [shows EXCEPT ![child] = [a \in UserPages |-> Copy(shows[p][a])]]
  /\ answer' = [op |-> "fork", proc |-> p, child |-> child]
  /\ UNCHANGED <<live, memory>>

(* The mapping of a page, if it is of one.                                 *)
Covering(p, a) == {h \in Mappings : h[1] = p /\ a \in Of(h)}

(* An application stores to a page: through a shared mapping that it may   *)
(* write, or to pages of its own. What is stored to JUNK is nobody's       *)
(* (REMAP.trash); of what becomes of stores through private mappings       *)
(* nothing is said.                                                        *)
MayStore(p, a) ==
  /\ p \in alive
  /\ shows[p][a] \notin {UNMAPPED, FAULTS}
  /\ \A h \in Covering(p, a) : Bit(map[h].prot, WRITE) /\ map[h].type = "shared"

Stores(f, value) == memory' = IF f \in AllPages
                              THEN [memory EXCEPT ![f] = value] ELSE memory

UserFill(p, a) ==
  /\ MayStore(p, a)
  /\ Stores(shows[p][a], p)
  /\ answer' = [op |-> "user_fill", proc |-> p, addr |-> a]
  /\ UNCHANGED <<live, alive, map, shows>>

(* DEVMAP.invalid-faults: an access ends in a fault signal, and is no more.*)
UserFaults(p, a) ==
  /\ p \in alive
  /\ shows[p][a] = FAULTS \/ "FaultsAnywhere" \in Sins
  /\ answer' = [op |-> "user_faults", proc |-> p, addr |-> a]
  /\ UNCHANGED <<live, alive, map, shows, memory>>

(* ALLOC.kernel-and-user-usable: the driver stores through its own address.*)
(* It has none of what is LOCKED or TRASH.                                 *)
MemoryFill(c, i) ==
  /\ c \in live \ (Lockeds \cup Trashes) /\ i < PagesIn(c)
  /\ Stores(Page(c, i), DRIVER)
  /\ answer' = [op |-> "memory_fill", cookie |-> c, page |-> i]
  /\ UNCHANGED <<live, alive, map, shows>>

(* FREE.while-mapped, a duty of the driver: what nobody maps. Its pages    *)
(* are nobody's then.                                                      *)
UmemFree(c) ==
  /\ c \in live \ Lockeds
  /\ \/ /\ \A h \in Mappings : map[h].cookie # c
        /\ \A p \in Processes, a \in UserPages : shows[p][a][1] # c
     \/ "FreesWhileMapped" \in Sins
  /\ live' = live \ {c}
  /\ memory' = [f \in AllPages |-> IF f[1] = c THEN ZERO ELSE memory[f]]
  /\ answer' = [op |-> "ddi_umem_free", thread |-> "driver", cookie |-> c]
  /\ UNCHANGED <<alive, map, shows>>
=============================================================================
