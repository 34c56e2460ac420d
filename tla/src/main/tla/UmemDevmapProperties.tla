------------------------ MODULE UmemDevmapProperties -----------------------
(***************************************************************************)
(* What the contract of exports promises, sentence by sentence, each under *)
(* its clause. Offsets are counted in plain numbers, without words that    *)
(* wrap, so that nothing is checked against itself.                        *)
(***************************************************************************)
EXTENDS UmemDevmap

(* What the last step was.                                                 *)
OfMmap   == answer.op = "devmap_umem_setup"
Mapped   == OfMmap /\ answer.errno = ""
OfRemap  == answer.op = "devmap_umem_remap"
Asked    == answer.request
Result(i) == answer.results[i]
Tried    == IF OfMmap THEN DOMAIN answer.results ELSE {}

(* koff as it is meant, and whether n pages of a cookie begin there.       *)
Meant(koff) == IF koff > WordMax \div 2 THEN koff - WordMax - 1 ELSE koff
Inside0(c, koff, len) == Meant(koff) >= 0 /\ Meant(koff) + len <= PagesIn(c) * PageSize

(* Protections as sets of bits.                                            *)
BitsOf(prot) == {b \in {1, 2, 4, 8} : (prot \div b) % 2 = 1}
MayEver(m)   == IF m.type = "shared" /\ m.open = "r" THEN {1, 4, 8} ELSE {1, 2, 4, 8}

(* The page of a cookie that page k of a mapping must show from koff on.   *)
Due(c, koff, k) == IF c \in Trashes THEN JUNK ELSE <<c, (koff \div PageSize) + k>>

(******** What is shown ****************************************************)
Contained ==            \* DEVMAP.in-bounds, DEVMAP.rounding-contained, REMAP.in-bounds
  \A p \in Processes, a \in UserPages :
    LET f == shows[p][a] IN
    f \in {JUNK, FAULTS, UNMAPPED} \/ (f[1] \in Cookies /\ f[2] < PagesIn(f[1]))

ShowsWhatWasSetUp ==    \* DEVMAP.success, DEVMAP.kinds, DEVMAP.locked-offset
  Mapped =>
    LET ok == {i \in Tried : Result(i) = 0}
        s  == answer.setups[CHOOSE i \in ok : \A j \in ok : j <= i]
    IN  s.flags % 2 = 0 =>
          \A k \in 0..(Asked.pages - 1) :
            shows[Asked.proc][Asked.addr + k * PageSize] = Due(s.cookie, s.koff, k)

InvalidFaults ==        \* DEVMAP.invalid-faults
  Mapped /\ (\A i \in Tried : answer.setups[i].flags % 2 = 1) =>
    \A k \in 0..(Asked.pages - 1) :
      shows[Asked.proc][Asked.addr + k * PageSize] = FAULTS

NeverAMixture ==        \* REMAP.atomic-with-faults: all of one target, or none
  Illumos => \A h \in Mappings :
    \/ \A a \in Of(h) : shows[h[1]][a] = FAULTS
    \/ \A a \in Of(h) : shows[h[1]][a] =
         Due(map[h].cookie, map[h].first * PageSize, (a - h[2]) \div PageSize)

MappedIsLive ==         \* FREE.while-mapped, COOKIE.valid-interval
  /\ \A h \in Mappings : map[h].cookie \in live \cup {NULL}
  /\ \A p \in Processes, a \in UserPages : shows[p][a][1] \in live \cup {0}

(******** Setups: when 0, and when -1 **************************************)
NullIsRefused ==        \* DEVMAP.null-cookie
  \A i \in Tried : Result(i) = 0 => answer.setups[i].cookie # NULL

BoundsAreKept ==        \* DEVMAP.in-bounds, in plain numbers
  \A i \in Tried : LET s == answer.setups[i] IN
    Result(i) = 0 => s.cookie \in Trashes \/ Inside0(s.cookie, s.koff, s.len)

MaxprotSubset ==        \* DEVMAP.maxprot-subset
  \A i \in Tried : Result(i) = 0 =>
    BitsOf(Asked.prot) \cup (IF Illumos THEN {8} ELSE {}) \subseteq
      BitsOf(answer.setups[i].maxprot) \cap MayEver(Asked)

SetupOnce ==            \* DEVMAP.setup-once
  Illumos => Cardinality({i \in Tried : Result(i) = 0}) <= 1

InvalidNeedsRemap ==    \* DEVMAP.invalid-needs-remap
  Illumos => \A i \in Tried : Result(i) = 0 => answer.setups[i].flags # 1

RefusedForAReason ==    \* DEVMAP.success, DEVMAP.flags-zero, DEVMAP.kinds
  \A i \in Tried : LET s == answer.setups[i] IN
    Result(i) = -1 =>
      \/ s.cookie = NULL
      \/ ~Inside0(s.cookie, s.koff, s.len)
      \/ ~(BitsOf(Asked.prot) \cup {8} \subseteq BitsOf(s.maxprot) \cap MayEver(Asked))
      \/ s.flags # 0 \/ s.koff % PageSize # 0 \/ s.len % PageSize # 0
      \/ \E j \in 1..(i - 1) : Result(j) = 0

(******** The mmap *********************************************************)
SetsUp == OfMmap /\ answer.entry = "as they went" /\ \E i \in Tried : Result(i) = 0

MmapErrno ==            \* DEVMAP.mmap-errno, DEVMAP.success
  /\ OfMmap /\ ~SetsUp /\ Tried # {} => answer.errno = "ENXIO"
  /\ OfMmap /\ Tried = {} => answer.errno \in {"EACCES", "EINVAL"}
  /\ SetsUp /\ Asked.type = "shared" => answer.errno = ""

PrivateIsRefused ==     \* DEVMAP.private-refused: and nothing else is EINVAL
  /\ SetsUp /\ Illumos /\ Asked.type = "private" =>
       answer.errno = (IF answer.access THEN "" ELSE "EINVAL")
  /\ OfMmap /\ answer.errno = "EINVAL" =>
       Asked.type = "private" /\ (Illumos => ~answer.access)

FaultsWhereInvalid ==   \* DEVMAP.invalid-faults: and changes nothing
  [][answer'.op = "user_faults" =>
       /\ shows[answer'.proc][answer'.addr] = FAULTS
       /\ UNCHANGED <<live, alive, map, shows, memory>>]_vars

Failed == CASE answer.op \in {"devmap_umem_setup", "mprotect"} -> answer.errno # ""
            [] answer.op = "devmap_umem_remap" -> answer.result # 0
            [] OTHER -> FALSE

FailureNoEffect ==      \* DEVMAP.failure-no-effect, and of remap and mprotect
  [][Failed' => UNCHANGED <<live, alive, map, shows, memory>>]_vars
=============================================================================
