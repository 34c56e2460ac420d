------------------------------ MODULE UmemAbs ------------------------------
(***************************************************************************)
(* The guarantee on one screen, as the caller sees it: whoever holds a     *)
(* cookie reads zeros or what he wrote, at addresses that are nobody       *)
(* else's, until he frees it; and what is not granted changes nothing.     *)
(* Nothing is said of budgets, of sleepers, or of where memory lies.       *)
(***************************************************************************)
EXTENDS Naturals

CONSTANT Cookies        \* numbers, not 0

VARIABLES reads,        \* live cookie -> [address -> what its owner reads]
          told          \* what the last call told: [address, cookie]

Mine == DOMAIN reads
Nothing == [address |-> 0, cookie |-> 0]

Init == reads = <<>> /\ told = Nothing

(* A new cookie, addresses that are nobody's, and zeros (ALLOC.cookie-out, *)
(* ALLOC.disjoint, ALLOC.zero-filled). No address: TRASH (ALLOC.trash).    *)
Grant ==
  LET c     == told'.cookie
      bytes == DOMAIN reads'[c]
  IN
  /\ c # 0
  /\ c \notin Mine
  /\ DOMAIN reads' = Mine \cup {c}
  /\ \A d \in Mine : reads'[d] = reads[d] /\ bytes \cap DOMAIN reads[d] = {}
  /\ \A a \in bytes : a # 0 /\ reads'[c][a] = 0
  /\ IF bytes = {} THEN told'.address = 0 ELSE told'.address \in bytes

(* The end of a cookie touches no other (COOKIE.valid-interval).           *)
Free(c) ==
  /\ c \in Mine
  /\ reads' = [d \in Mine \ {c} |-> reads[d]]
  /\ told' = Nothing

(* The owner writes: his bytes change, and no others (ALLOC.disjoint).     *)
Write(c) ==
  /\ c \in Mine
  /\ DOMAIN reads' = Mine
  /\ \A d \in Mine \ {c} : reads'[d] = reads[d]
  /\ DOMAIN reads'[c] = DOMAIN reads[c]
  /\ \A a \in DOMAIN reads[c] : reads'[c][a] \in {reads[c][a], c}
  /\ told' = Nothing

(* A refusal, a wait, a free of NULL, paging, and the world at large.      *)
Else == reads' = reads /\ told' = Nothing

Next == Grant \/ (\E c \in Cookies : Free(c) \/ Write(c)) \/ Else

Spec == Init /\ [][Next]_<<reads, told>>
=============================================================================
