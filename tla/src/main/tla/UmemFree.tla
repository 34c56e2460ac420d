------------------------------ MODULE UmemFree -----------------------------
(***************************************************************************)
(* void ddi_umem_free(ddi_umem_cookie_t cookie)                            *)
(***************************************************************************)
EXTENDS UmemAlloc

(* Duties of the caller. FREE.exactly-once: the cookie is live.            *)
(* FREE.context: from an interrupt only for locked memory (K-07).          *)
MayFree(t, cookie) ==
  /\ cookie \in Live
  /\ t \in Interrupts => live[cookie].kind = "NON_PAGEABLE"

Freed(t, cookie) ==
  [op |-> "ddi_umem_free", thread |-> t, cookie |-> cookie]

(* FREE.entire-buffer: all that the cookie used is free again, and its     *)
(* bytes are anybody's. COOKIE.valid-interval: the cookie is gone, and may *)
(* name another allocation later.                                          *)
UmemFree(t, cookie) ==
  /\ asleep[t] = AWAKE
  /\ MayFree(t, cookie)
  /\ LET freed == live[cookie]
         k     == IF "FreesHalf" \in Sins THEN freed.pages \div 2
                                          ELSE freed.pages
     IN
     /\ live' = IF "CookieSurvivesFree" \in Sins
                THEN live
                ELSE [c \in Live \ {cookie} |-> live[c]]
     /\ free' = [r \in Resources |-> free[r] + Uses(freed.kind, k, r)]
     /\ memory' = Storing(memory, Extent(freed.address, freed.pages), DIRT)
  /\ answer' = Freed(t, cookie)
  /\ UNCHANGED asleep

(* FREE.null-noop: no effect.                                              *)
UmemFreeNull(t) ==
  /\ asleep[t] = AWAKE \/ "CallsWhileAsleep" \in Sins
  /\ live' = IF "FreeNullFrees" \in Sins THEN <<>> ELSE live
  /\ answer' = Freed(t, NULL)
  /\ UNCHANGED <<free, memory, asleep>>
=============================================================================
