--------------------------- MODULE DevmapRequest ---------------------------
(***************************************************************************)
(* What is asked for: an mmap of a device, and the setups that the devmap  *)
(* entry of its driver makes of it; and how a setup must be answered, or   *)
(* may be. Offsets are signed, lengths are not, and bounds are bounds of   *)
(* mathematical integers: no sum of theirs wraps.                          *)
(***************************************************************************)
EXTENDS DevmapState

(* Protections, with the values of sys/mman.h, as sums of bits.            *)
WRITE == 2
USER  == 8
Bit(word, bit)  == (word \div bit) % 2 = 1
Inside(a, b)    == \A bit \in {1, 2, 4, 8} : Bit(a, bit) => Bit(b, bit)
Common(bit, a, b) == IF Bit(a, bit) /\ Bit(b, bit) THEN bit ELSE 0
Both(a, b) == Common(1, a, b) + Common(2, a, b) + Common(4, a, b) + Common(8, a, b)

(* An mmap m has proc, addr, pages, prot, type ("shared" or "private") and *)
(* open ("r" or "rw", how the device is open). What it asks for is for the *)
(* user; what it may ever have depends on how the device is open.          *)
Prot(m) == m.prot + USER
Top(m)  == IF m.type = "shared" /\ m.open = "r" /\ "ForgetsHowItIsOpen" \notin Sins
           THEN 15 - WRITE ELSE 15

(* A setup s has cookie, koff, len, maxprot and flags, with the values of  *)
(* ddidevmap.h.                                                            *)
Invalid(flags)     == Bit(flags, 1)     \* DEVMAP_MAPPING_INVALID
AllowRemap(flags)  == Bit(flags, 2)     \* DEVMAP_ALLOW_REMAP
Aligned(koff, len) == koff % PageSize = 0 /\ len % PageSize = 0

(* DEVMAP.in-bounds: koff >= 0 and koff + len <= size, without wrap.       *)
Within(koff, len, size) == Signed(koff) >= 0 /\ Signed(koff) + len <= size

InBounds(s) ==
  CASE "WrapsInTheBound" \in Sins -> Plus(s.koff, s.len) <= Size(s.cookie)
    [] "WrapsPastTheSign" \in Sins ->
         Signed(s.koff) >= 0 /\ Plus(s.koff, s.len) <= Size(s.cookie)
    [] OTHER -> Within(s.koff, s.len, Size(s.cookie))

(* DEVMAP.maxprot-subset: what is asked for lies in what there may be. That*)
(* PROT_USER must be in it, too, is undocumented: there it is as good as in.*)
WithUser(prot) == IF Bit(prot, USER) THEN prot ELSE prot + USER
Kept(maxprot, top) == IF Illumos /\ "ForgetsTheUser" \notin Sins
                      THEN Both(maxprot, top) ELSE WithUser(Both(maxprot, top))
ProtFits(prot, maxprot, top) == Inside(prot, Kept(maxprot, top))

(* -1, of a handle that is set up already (done) or not: DEVMAP.null-cookie*)
(* DEVMAP.in-bounds, DEVMAP.maxprot-subset; DEVMAP.setup-once and          *)
(* DEVMAP.invalid-needs-remap, which are undocumented. Nobody needs bounds *)
(* of TRASH (K-24).                                                        *)
MustRefuse(m, s, done) ==
  \/ s.cookie = NULL /\ "SetsUpNull" \notin Sins
  \/ s.cookie \notin Trashes /\ ~InBounds(s)
  \/ ~ProtFits(Prot(m), s.maxprot, Top(m))
  \/ Illumos /\ done /\ "ReplacesTheFirst" \notin Sins
  \/ /\ Illumos /\ Invalid(s.flags) /\ ~AllowRemap(s.flags)
     /\ "InvalidForGood" \notin Sins

(* Besides, nobody need honour flags (DEVMAP.flags-other, K-12), nor what  *)
(* is not aligned (DEVMAP.page-aligned, K-14).                             *)
MayRefuse(m, s, done) ==
  \/ MustRefuse(m, s, done)
  \/ ~InBounds(s)
  \/ ~Bit(s.maxprot, USER)
  \/ done
  \/ s.flags # 0
  \/ ~Aligned(s.koff, s.len)
  \/ "RefusesWhatIsInOrder" \in Sins

(* DEVMAP.success, DEVMAP.kinds: 0 if it need not be refused, and always   *)
(* if it may not.                                                          *)
MayAnswer(m, s, done, result) ==
  IF result = 0 THEN ~MustRefuse(m, s, done) ELSE MayRefuse(m, s, done)

(* Where it begins: at page koff / P, whatever the kind (DEVMAP.success,   *)
(* DEVMAP.locked-offset). Rounded, if at all, so that it stays inside      *)
(* (DEVMAP.rounding-contained).                                            *)
First(c, koff) ==
  IF \/ "IgnoresTheOffset" \in Sins
     \/ "LockedFromTheStart" \in Sins /\ c \in Lockeds
  THEN 0
  ELSE Units(koff, PageSize)

(* A duty of the driver: it exports just what is being mapped.             *)
Exact(m, s) == Pages(s.len) = m.pages
=============================================================================
