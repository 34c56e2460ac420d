---------------------------- MODULE MCUmemDevmap ---------------------------
(***************************************************************************)
(* The contract of exports within bounds that TLC can exhaust. Every bound *)
(* is a constant, given by the .cfg of a question.                         *)
(***************************************************************************)
EXTENDS DevmapUseProperties
=============================================================================
