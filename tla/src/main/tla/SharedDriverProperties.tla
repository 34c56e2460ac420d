----------------------- MODULE SharedDriverProperties ----------------------
(***************************************************************************)
(* What the shared mapping pattern promises, each under its clause.        *)
(***************************************************************************)
EXTENDS SharedMapping

Users    == {p \in Processes : mapping[p] # <<>>}
Model(p) == CASE p \in Lp64 -> "LP64" [] p \in Ilp32 -> "ILP32" [] OTHER -> "another"
PageOf(p) == mapping[p][1]

TypeOK ==
  /\ at \in [Processes -> {OUT, "enters", "tests", "allocates", "asleep", "sets",
                           "releases", "maps"}]
  /\ mutex \in Processes \cup {NOBODY}
  /\ umem \in Cookies \cup {NULL}
  /\ DOMAIN area \subseteq Cookies
  /\ memory \in [Frames -> Processes \cup {FRESH, DRIVER}]
  /\ attached \in BOOLEAN

(******** Invariants *******************************************************)
AllocateOnce ==         \* SHARED.allocate-once
  /\ Cardinality(DOMAIN area) <= 1
  /\ \A p \in Users : PageOf(p)[1] = umem

SamePage ==             \* SHARED.same-page
  \A p, q \in Users : Model(p) = Model(q) => PageOf(p) = PageOf(q)

Lp64FirstPage ==        \* SHARED.lp64-first-page
  \A p \in Users \cap Lp64 : PageOf(p)[2] = 0

Ilp32SecondPage ==      \* SHARED.ilp32-second-page
  \A p \in Users \cap Ilp32 : PageOf(p)[2] = 1

ModelIsolation ==       \* SHARED.model-isolation: no page of theirs is one
  \A p, q \in Users : Model(p) # Model(q) =>
    \A i \in DOMAIN mapping[p], j \in DOMAIN mapping[q] :
      mapping[p][i] # mapping[q][j]

SizeCoversModels ==     \* SHARED.size-covers-models
  umem \in DOMAIN area => area[umem] = 2

ServedIfInOrder ==      \* SHARED.size-covers-models: in every order of models
  answer.op = "mmap" /\ answer.errno # "" =>
    \/ umem = NULL
    \/ answer.want # [off |-> 0, pages |-> 1]
    \/ Model(answer.proc) = "another"

Bounds ==               \* SHARED.bounds
  answer.op = "mmap" /\ answer.errno = "" =>
    answer.want = [off |-> 0, pages |-> 1] /\ Len(mapping[answer.proc]) = 1

FreeLast ==             \* SHARED.free-last
  \A p \in Users : PageOf(p)[1] \in DOMAIN area

AllocFailure ==         \* SHARED.alloc-failure: nothing is taken for memory ...
  umem \in DOMAIN area \cup {NULL}

FailsCleanly ==         \* ... and whoever was refused has nothing, and holds nothing
  answer.op = "mmap" /\ answer.errno # "" =>
    mapping[answer.proc] = <<>> /\ mutex # answer.proc

UnknownModel ==         \* SHARED.unknown-model
  \A p \in Users : Model(p) # "another"

(******** Steps ************************************************************)
FirstMapAllocates ==    \* SHARED.first-map-allocates: in an mmap, never before
  [][DOMAIN area' \ DOMAIN area # {} =>
       \E p \in Processes : at[p] \in {"allocates", "asleep"} /\ umem = NULL]_vars

Visible ==              \* SHARED.visible
  [][/\ answer'.op = "user_fill" =>
          \A q \in Users : Model(q) = Model(answer'.proc) =>
            memory'[PageOf(q)] = answer'.proc
     /\ answer'.op = "memory_fill" =>
          \A q \in Users : Model(q) = <<"LP64", "ILP32">>[answer'.page + 1] =>
            memory'[PageOf(q)] = DRIVER]_vars

Persists ==             \* SHARED.persists
  [][answer'.op \in {"munmap", "mmap", "segmap"} => UNCHANGED <<area, umem, memory>>]_vars

(******** Liveness *********************************************************)
(* Whoever waits for the mutex goes on, also after an allocation failed.   *)
MappersGoOn == \A p \in Processes : []<>(at[p] # "enters")
NobodyWaits ==          \* must fail: else MappersGoOn says nothing
  \A p \in Processes :
    ~(at[p] = "enters" /\ mutex \notin {NOBODY, p} /\ answer.op = "failed")
=============================================================================
