----------------------------- MODULE MCRounding ----------------------------
(***************************************************************************)
(* Unit tests of Word and Rounding, by hand, for a word of 16 and pages of *)
(* 4 bytes; and what holds for every size, against plain numbers.          *)
(***************************************************************************)
EXTENDS Rounding

ASSUME PlusWraps      == Plus(7, 8) = 15 /\ Plus(8, 8) = 0 /\ Plus(15, 15) = 14
ASSUME DownToPages    == DownTo(3, 4) = 0 /\ DownTo(4, 4) = 4 /\ DownTo(15, 4) = 12
ASSUME RangeWraps     == Range(14, 3) = {14, 15, 0} /\ Range(4, 0) = {}
ASSUME TopIsInWord    == EndsInWord(12, 4) /\ ~EndsInWord(12, 5) /\ ~EndsInWord(13, 4)

ASSUME SignedTable   == /\ Signed(0) = 0 /\ Signed(7) = 7        \* IOSETUP.negative-offset
                        /\ Signed(8) = -8 /\ Signed(15) = -1

ASSUME RoundUpTable ==                                      \* ALLOC.round-up
  /\ RoundUp(0) = 0 /\ RoundUp(1) = 4 /\ RoundUp(3) = 4 /\ RoundUp(4) = 4
  /\ RoundUp(5) = 8 /\ RoundUp(8) = 8 /\ RoundUp(11) = 12 /\ RoundUp(12) = 12

ASSUME WrapTable ==                                         \* ALLOC.near-max-wrap
  /\ RoundUp(13) = 0 /\ RoundUp(14) = 0 /\ RoundUp(15) = 0
  /\ Wraps(13) /\ Wraps(15) /\ ~Wraps(12) /\ ~Wraps(0)

ASSUME PagesTable == Pages(0) = 0 /\ Pages(1) = 1 /\ Pages(5) = 2 /\ Pages(12) = 3

ASSUME RoundUpIsLeast ==                                    \* ALLOC.round-up
  \A size \in Word \ {0} : ~Wraps(size) =>
    /\ RoundUp(size) >= size
    /\ RoundUp(size) < size + PageSize
    /\ RoundUp(size) % PageSize = 0

ASSUME WrapsOnlyAtTheTop ==                                 \* ALLOC.near-max-wrap
  \A size \in Word : Wraps(size) <=> size + PageSize > WordMax + 1

ASSUME ExtentTable == Extent(12, 1) = 12..15 /\ Extent(4, 2) = 4..11
=============================================================================
