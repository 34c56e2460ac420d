----------------------------- MODULE Rounding ------------------------------
(***************************************************************************)
(* From a size in bytes to whole pages: ALLOC.round-up, and where it goes  *)
(* wrong, ALLOC.near-max-wrap. The sum of a size and a page less one is a  *)
(* word too, and wraps: a size near the largest one rounds to 0.           *)
(*                                                                         *)
(* Sins is empty in the contract. Each must-fail model commits one sin by  *)
(* name, and names the one property that catches it (see README.md).       *)
(***************************************************************************)
EXTENDS Word

CONSTANTS PageSize,     \* bytes; a power of two
          Sins          \* set of names; {} is the contract

ASSUME PageSizeIsPowerOfTwo == \E bits \in 0..15 : PageSize = 2^bits
ASSUME PageSizeIsInWord     == PageSize \in Word

RoundUp(size) ==
  IF "RoundsDown" \in Sins
  THEN DownTo(size, PageSize)
  ELSE DownTo(Plus(size, PageSize - 1), PageSize)

Pages(size) == Units(RoundUp(size), PageSize)

(* ALLOC.near-max-wrap: nothing is left of a size that was not 0.          *)
Wraps(size) == size # 0 /\ RoundUp(size) = 0 /\ "WrapsShort" \notin Sins

(* The bytes of k pages from an address on.                                *)
Extent(address, k) == Range(address, k * PageSize)
=============================================================================
