------------------------------- MODULE MCJava ------------------------------
(***************************************************************************)
(* The Java model, asked by TLC: about every step that there is, and about *)
(* every step that there might be and is not. The operators without a body *)
(* worth the name are overridden by umemtck.tla.host.JavaModel, which      *)
(* counts, writes down each difference, and goes on.                       *)
(***************************************************************************)
EXTENDS MCUmem

NotOverridden == Assert(FALSE, "umemtck.tla.host.JavaModel is not on the class path")

(* Does Java allow the step from before that gave this answer, to after?   *)
JavaTakes(constants, before, answered, after) == NotOverridden

(* Is a step with these arguments enabled in Java just if it is here?      *)
JavaEnables(constants, before, action, args, enabled) == NotOverridden

Constants == [wordMax |-> WordMax, pageSize |-> PageSize, capacity |-> Capacity,
              profile |-> Profile, interrupts |-> Interrupts]

State == [live |-> live, free |-> free, memory |-> memory, asleep |-> asleep]

JavaNext == MCNext /\ JavaTakes(Constants, State, answer', State')
JavaSpec == Init /\ [][JavaNext]_vars

(* Nothing here depends on the answer.                                     *)
View == <<live, free, memory, asleep>>

(* Besides the addresses of the model, some that nobody may ever be given. *)
Tried == Addresses \cup {NULL, PageSize - 1}

JavaForbidsTheRest ==
  LET k == Constants
      s == State
  IN
  \A t \in Threads :
    /\ asleep[t] = AWAKE =>
         \A size \in Sizes, flag \in Flags :
           /\ JavaEnables(k, s, "UmemAllocRefused", <<t, size, flag>>,
                          ENABLED UmemAllocRefused(t, size, flag))
           /\ JavaEnables(k, s, "UmemAllocSleeps", <<t, size, flag>>,
                          ENABLED UmemAllocSleeps(t, size, flag))
           /\ \A a \in Tried, c \in Cookies :
                JavaEnables(k, s, "UmemAlloc", <<t, size, flag, a, c>>,
                            ENABLED UmemAlloc(t, size, flag, a, c))
    /\ asleep[t] # AWAKE =>
         LET size == asleep[t].size
             flag == asleep[t].flag
         IN
         /\ JavaEnables(k, s, "UmemAllocRefused", <<t, size, flag>>,
                        ENABLED UmemAllocRefused(t, size, flag))
         /\ JavaEnables(k, s, "UmemAllocSleeps", <<t, size, flag>>,
                        ENABLED UmemAllocSleeps(t, size, flag))
         /\ \A a \in Tried, c \in Cookies :
              JavaEnables(k, s, "UmemAllocWakes", <<t, size, flag, a, c>>,
                          ENABLED UmemAllocWakes(t, a, c))
    /\ \A c \in Cookies :
         JavaEnables(k, s, "UmemFree", <<t, c>>, ENABLED UmemFree(t, c))
=============================================================================
