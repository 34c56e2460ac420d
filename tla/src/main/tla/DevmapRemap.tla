---------------------------- MODULE DevmapRemap ----------------------------
(***************************************************************************)
(* int devmap_umem_remap(devmap_cookie_t dhp, dev_info_t *dip,             *)
(*         ddi_umem_cookie_t cookie, offset_t off, size_t len,             *)
(*         uint_t maxprot, uint_t flags, ddi_device_acc_attr_t *accattrp)  *)
(*                                                                         *)
(* The driver lets a mapping that is established (REMAP.after-map) show    *)
(* other pages from now on. No document has the function: as documented it *)
(* may always say -1, and nobody knows what it asks for, or whether what   *)
(* it says has happened; but no page is ever shown that is of neither      *)
(* cookie.                                                                 *)
(***************************************************************************)
EXTENDS DevmapSetup

(* REMAP.in-bounds: what is asked for, and the whole mapping, which is not *)
(* asked for, fit in the new cookie.                                       *)
RemapInBounds(h, s) ==
  LET mapped == map[h].pages * PageSize
      Fits(koff, len) == IF "WrapsInTheRemapBound" \in Sins
                         THEN Plus(koff, len) <= Size(s.cookie)
                         ELSE Within(koff, len, Size(s.cookie))
  IN  /\ Fits(s.koff, s.len)
      /\ Fits(s.koff, mapped) \/ "ChecksTheLengthAlone" \in Sins

(* REMAP.null-cookie, REMAP.in-bounds; and REMAP.needs-setup,              *)
(* REMAP.flags-zero, REMAP.maxprot.                                        *)
RemapMustFail(h, s) ==
  \/ s.cookie = NULL
  \/ s.cookie \notin Trashes /\ ~RemapInBounds(h, s)
  \/ Illumos /\ ~map[h].remap /\ "RemapsWithoutLeave" \notin Sins
  \/ Illumos /\ s.flags # 0 /\ "RemapsWithFlags" \notin Sins
  \/ /\ Illumos /\ ~ProtFits(map[h].prot, s.maxprot, map[h].top)
     /\ "RemapsAnyProt" \notin Sins

(* Where no clause owes a success: the function as documented; TRASH       *)
(* (REMAP.trash, K-24); what is not aligned; and a length that is not that *)
(* of the mapping, which nothing says is looked at, or is not.             *)
RemapMayFail(h, s) ==
  \/ RemapMustFail(h, s)
  \/ ~Illumos
  \/ s.cookie \in Trashes
  \/ ~Aligned(s.koff, s.len)
  \/ Pages(s.len) # map[h].pages
  \/ "NeverRemaps" \in Sins

MayRemap(h, s) ==
  h \in Mappings /\ s.cookie \in live \cup {NULL}

ToldRemap(h, s, result, switched) ==
  [op |-> "devmap_umem_remap", proc |-> h[1], addr |-> h[2], setup |-> s,
   result |-> result, switched |-> switched]

(* REMAP.switch, REMAP.atomic-with-faults, REMAP.validates: all its pages, *)
(* at once, and those of no other mapping. REMAP.length-fixed.             *)
MaySwitch(h, switched) ==
  CASE "NeverValidates" \in Sins ->
         switched = {a \in Of(h) : shows[h[1]][a] # FAULTS}
    [] "SwitchesPageByPage" \in Sins -> switched \subseteq Of(h)
    [] Illumos -> switched = Of(h)
    [] OTHER   -> switched \subseteq Of(h)

Switches(h, s, switched) ==
  LET first == First(s.cookie, s.koff)
      pages == IF "RemapsOnePageMore" \in Sins
               THEN PagesFrom(h[2], map[h].pages + 1) ELSE switched
      Seen(a) == Target(s.cookie, first, Nth(h[2], a))
      known == switched = Of(h) \/ Illumos
  IN  /\ map' = [map EXCEPT ![h].cookie = IF known THEN s.cookie ELSE NULL,
                            ![h].first = IF known THEN first ELSE 0,
                            ![h].maxprot = Kept(s.maxprot, map[h].top)]
      /\ IF "RemapsThemAll" \in Sins
         THEN shows' = [p \in Processes |-> [a \in UserPages |->
                          IF shows[p][a] = shows[h[1]][h[2]]
                          THEN Seen(h[2]) ELSE shows[p][a]]]
         ELSE NowShows(h[1], pages, Seen)

DevmapUmemRemap(h, s, switched) ==
  /\ MayRemap(h, s)
  /\ ~RemapMustFail(h, s)
  /\ MaySwitch(h, switched)
  /\ Switches(h, s, switched)
  /\ answer' = ToldRemap(h, s, 0, switched)
  /\ UNCHANGED <<live, alive, memory>>

DevmapUmemRemapRefused(h, s) ==
  /\ MayRemap(h, s)
  /\ RemapMayFail(h, s)
  /\ IF "RemapsAndRefuses" \in Sins /\ s.cookie # NULL
     THEN Switches(h, s, Of(h))
     ELSE UNCHANGED <<map, shows>>
  /\ answer' = ToldRemap(h, s, -1, {})
  /\ UNCHANGED <<live, alive, memory>>
=============================================================================
