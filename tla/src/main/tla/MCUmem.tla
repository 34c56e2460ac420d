------------------------------- MODULE MCUmem ------------------------------
(***************************************************************************)
(* The contract within bounds that TLC can exhaust. Every bound is either  *)
(* a constant, given by the .cfg of a question, or a guard here.           *)
(***************************************************************************)
EXTENDS UmemProperties

(* A machine has only so much: the world cannot give more than that is not *)
(* in use. Without this, setting and freeing in turn would count for ever. *)
RECURSIVE InUse(_, _)
InUse(r, cookies) ==
  IF cookies = {} THEN 0
  ELSE LET c == CHOOSE x \in cookies : TRUE
       IN  Uses(live[c].kind, live[c].pages, r) + InUse(r, cookies \ {c})

MCSetFree(r, amount) ==
  /\ amount + InUse(r, Live) <= Machine(r)
  /\ SetFree(r, IF "SetsOtherAmounts" \in Sins THEN 1 ELSE amount)

MCNext ==
  \/ System
  \/ Driver
  \/ \E r \in Settable, amount \in Amounts : MCSetFree(r, amount)
  \/ \E c \in Cookies \cup {NULL} : PageOut(c)

MCSpec     == Init /\ [][MCNext]_vars
MCFairSpec == MCSpec /\ Fairness

(* Within the bounds there is no step but those of the contract.           *)
OnlyStepsOfUmem == [][Next]_vars

(* What the caller sees of it, for UmemAbs.                                *)
Reads == [c \in Live |-> [a \in Extent(live[c].address, live[c].pages)
                            |-> memory[a]]]
Told  == IF Granted \/ Refused
         THEN [address |-> answer.address, cookie |-> answer.cookie]
         ELSE [address |-> NULL, cookie |-> NULL]

Abs == INSTANCE UmemAbs WITH reads <- Reads, told <- Told

RefinesUmemAbs == Abs!Spec
=============================================================================
