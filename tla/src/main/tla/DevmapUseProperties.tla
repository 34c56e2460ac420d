------------------------- MODULE DevmapUseProperties -----------------------
(***************************************************************************)
(* What holds of mappings that are there: remap, protection, fork, stores. *)
(***************************************************************************)
EXTENDS UmemDevmapProperties

(******** Remap ************************************************************)
(* In a step that remaps: of which mapping, to what.                       *)
Remapping == answer'.op = "devmap_umem_remap" /\ answer'.result = 0
TheMap    == map[<<answer'.proc, answer'.addr>>]
PageOf(k) == answer'.addr + k * PageSize

RemapFits ==            \* REMAP.in-bounds: all of the mapping, in plain numbers
  [][Remapping => LET s == answer'.setup IN
       \/ s.cookie \in Trashes
       \/ /\ Inside0(s.cookie, s.koff, s.len)
          /\ Inside0(s.cookie, s.koff, TheMap.pages * PageSize)]_vars

RemapNeedsLeave ==      \* REMAP.needs-setup
  [][Remapping /\ Illumos => TheMap.remap]_vars

RemapFlagsZero ==       \* REMAP.flags-zero
  [][Remapping /\ Illumos => answer'.setup.flags = 0]_vars

RemapSwitches ==        \* REMAP.switch, REMAP.validates, REMAP.trash
  [][Remapping /\ Illumos =>
       \A k \in 0..(TheMap.pages - 1) :
         shows'[answer'.proc][PageOf(k)] =
           Due(answer'.setup.cookie, answer'.setup.koff, k)]_vars

RemapOldOrNew ==        \* REMAP.atomic-with-faults: each page, in any profile
  [][Remapping =>
       \A k \in 0..(TheMap.pages - 1) :
         shows'[answer'.proc][PageOf(k)] \in
           {shows[answer'.proc][PageOf(k)],
            Due(answer'.setup.cookie, answer'.setup.koff, k)}]_vars

RemapOwed ==            \* REMAP.switch: illumos refuses for a reason
  [][answer'.op = "devmap_umem_remap" /\ answer'.result = -1 /\ Illumos =>
       LET s == answer'.setup IN
       \/ s.cookie \in Trashes \cup {NULL} \/ s.flags # 0 \/ ~TheMap.remap
       \/ s.koff % PageSize # 0 \/ s.len # TheMap.pages * PageSize
       \/ ~Inside0(s.cookie, s.koff, s.len)
       \/ ~(BitsOf(TheMap.prot) \subseteq BitsOf(s.maxprot) \cap BitsOf(TheMap.top))]_vars

(******** Whom a step concerns *********************************************)
(* The pages that a step may change: those of the one mapping it is about. *)
Concerned(p) ==
  CASE answer'.op = "devmap_umem_setup" ->
         IF p = answer'.request.proc
         THEN {answer'.request.addr + k * PageSize : k \in 0..(answer'.request.pages - 1)}
         ELSE {}
    [] answer'.op \in {"devmap_umem_remap", "munmap"} ->
         IF p = answer'.proc THEN {PageOf(k) : k \in 0..(TheMap.pages - 1)} ELSE {}
    [] answer'.op = "fork" -> IF p = answer'.child THEN UserPages ELSE {}
    [] OTHER -> {}

OthersAreUnaffected ==  \* REMAP.switch, REMAP.length-fixed, COOKIE.many-users
  [][\A p \in Processes, a \in UserPages :
       shows'[p][a] # shows[p][a] => a \in Concerned(p)]_vars

LengthFixed ==          \* REMAP.length-fixed
  [][answer'.op \in {"devmap_umem_remap", "mprotect"} =>
       \A p \in Processes, a \in UserPages :
         shows[p][a] = UNMAPPED <=> shows'[p][a] = UNMAPPED]_vars

CookieLasts ==          \* COOKIE.no-mapping-reference
  [][live' # live => answer'.op = "ddi_umem_free"]_vars

ContentsLast ==         \* COOKIE.no-mapping-reference: only who stores changes bytes
  [][memory' # memory =>
       answer'.op \in {"user_fill", "memory_fill", "ddi_umem_free"}]_vars

(******** Protection, fork, stores *****************************************)
MaxprotSticky ==        \* DEVMAP.maxprot-sticky
  [][answer'.op = "mprotect" /\ answer'.errno = "" =>
       BitsOf(answer'.prot) \cup {8} \subseteq BitsOf(TheMap.maxprot)]_vars

WithinMaxprot ==        \* DEVMAP.maxprot-sticky, REMAP.maxprot
  Illumos => \A h \in Mappings : BitsOf(map[h].prot) \subseteq BitsOf(map[h].maxprot)

MprotectOwed ==         \* DEVMAP.maxprot-sticky: EACCES for nothing else
  [][answer'.op = "mprotect" /\ answer'.errno # "" =>
       ~(BitsOf(answer'.prot) \cup {8} \subseteq BitsOf(TheMap.maxprot))]_vars

ForkShares ==           \* DEVMAP.fork-shares
  [][answer'.op = "fork" =>
       /\ shows'[answer'.child] = shows[answer'.proc]
       /\ \A h \in Mappings : h[1] = answer'.proc =>
            map'[<<answer'.child, h[2]>>] = map[h]]_vars

(* Who sees page f, by what was agreed.                                    *)
Sees(h, a, f) ==
  /\ a \in Of(h) /\ map[h].cookie # NULL
  /\ shows[h[1]][a] # FAULTS
  /\ Due(map[h].cookie, map[h].first * PageSize, (a - h[2]) \div PageSize) = f

StoresAreSeen ==        \* DEVMAP.success, ALLOC.kernel-and-user-usable
  [][/\ answer'.op = "memory_fill" =>
          \A h \in Mappings, a \in UserPages :
            Sees(h, a, <<answer'.cookie, answer'.page>>) =>
              memory'[shows'[h[1]][a]] = DRIVER
     /\ answer'.op = "user_fill" =>
          \A h \in Mappings, f \in AllPages :
            h[1] = answer'.proc /\ Sees(h, answer'.addr, f) =>
              memory'[f] = answer'.proc]_vars
=============================================================================
