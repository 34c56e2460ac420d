----------------------------- MODULE DevmapSteps ---------------------------
(***************************************************************************)
(* How a kernel remaps, step by step, while applications fault and store   *)
(* (REMAP.atomic-with-faults). What a mapping shows is kept in its handle; *)
(* what an access uses is a translation, which a fault loads from there.   *)
(* A lock of the handle keeps the two apart: a remap unloads page by page, *)
(* then switches the handle, and lets faults in again.                     *)
(*                                                                         *)
(* The variables of UmemDevmap keep their meaning; shows is the handles'.  *)
(***************************************************************************)
EXTENDS UmemDevmap

VARIABLES trans,        \* process -> page -> the translation, or NOT_LOADED
          fault,        \* process -> the fault that it is in, or NOFAULT
          remap         \* the remap that is under way, or NOREMAP

own == <<trans, fault, remap>>
allVars == <<vars, own>>

NOT_LOADED == <<0, 3>>
NOFAULT == [page |-> 0, target |-> NOT_LOADED]
NOREMAP == [handle |-> <<0, 0>>, setup |-> [cookie |-> NULL], left |-> {}]
NotLoaded == [a \in UserPages |-> NOT_LOADED]

StepsInit ==
  /\ Init
  /\ trans = [p \in Processes |-> NotLoaded]
  /\ fault = [p \in Processes |-> NOFAULT]
  /\ remap = NOREMAP

(* Who has the lock of a handle: the remap of it, or a fault in its pages. *)
Free(h) == /\ h \in Mappings
           /\ remap.handle # h
           /\ fault[h[1]] = NOFAULT \/ fault[h[1]].page \notin Of(h)

Unloaded(p, pages) ==
  trans' = [trans EXCEPT ![p] = [a \in UserPages |->
              IF a \in pages THEN NOT_LOADED ELSE @[a]]]

(******** Faults and stores ************************************************)
StepFault(p, a) ==
  /\ fault[p] = NOFAULT /\ trans[p][a] = NOT_LOADED
  /\ Covering(p, a) # {} /\ shows[p][a] # FAULTS
  /\ \/ \A h \in Covering(p, a) : Free(h)
     \/ "FaultsWithoutTheLock" \in Sins
  /\ fault' = [fault EXCEPT ![p] = [page |-> a, target |-> shows[p][a]]]
  /\ UNCHANGED <<vars, trans, remap>>

StepLoad(p) ==
  /\ fault[p] # NOFAULT
  /\ trans' = [trans EXCEPT ![p][fault[p].page] = fault[p].target]
  /\ fault' = [fault EXCEPT ![p] = NOFAULT]
  /\ UNCHANGED <<vars, remap>>

(* DEVMAP.invalid-faults.                                                  *)
StepFaults(p, a) ==
  /\ \A h \in Covering(p, a) : Free(h)
  /\ UserFaults(p, a)
  /\ UNCHANGED own

(* A store knows of translations alone.                                    *)
StepStore(p, a) ==
  /\ trans[p][a] # NOT_LOADED /\ MayStore(p, a)
  /\ Stores(trans[p][a], p)
  /\ answer' = [op |-> "user_fill", proc |-> p, addr |-> a]
  /\ UNCHANGED <<live, alive, map, shows, own>>

(******** Remap ************************************************************)
StepRemap(h, s) ==
  /\ MayRemap(h, s) /\ ~RemapMustFail(h, s)
  /\ remap = NOREMAP /\ Free(h)
  /\ remap' = [handle |-> h, setup |-> s,
               left |-> IF "UnloadsTheFirstPage" \in Sins THEN {h[2]} ELSE Of(h)]
  /\ UNCHANGED <<vars, trans, fault>>

StepUnload(a) ==
  /\ a \in remap.left
  /\ remap' = [remap EXCEPT !.left = @ \ {a}]
  /\ Unloaded(remap.handle[1], {a})
  /\ UNCHANGED <<vars, fault>>

StepSwitch ==
  LET h == remap.handle IN
  /\ remap # NOREMAP
  /\ remap.left = {} \/ "SwitchesBeforeItUnloads" \in Sins
  /\ DevmapUmemRemap(h, remap.setup, Of(h))
  /\ remap' = CASE "KeepsTheHandle" \in Sins -> remap
                [] remap.left = {}            -> NOREMAP
                [] OTHER                      -> [remap EXCEPT !.left = {}]
  /\ UNCHANGED <<trans, fault>>

(******** All else is one step, and takes the lock *************************)
StepRemapRefused(h, s) ==
  Free(h) /\ DevmapUmemRemapRefused(h, s) /\ UNCHANGED own

StepMunmap(h) ==
  /\ Free(h) /\ Munmap(h)
  /\ IF "UnmapLeavesTranslations" \in Sins THEN UNCHANGED trans
                                           ELSE Unloaded(h[1], Of(h))
  /\ UNCHANGED <<fault, remap>>

StepFork(p, child) ==
  /\ \A h \in Mappings : h[1] = p => Free(h)
  /\ Fork(p, child)
  /\ UNCHANGED own

(******** What holds besides ***********************************************)
NoStaleTranslation ==   \* REMAP.switch: translations are those of the handles
  \A p \in Processes, a \in UserPages : trans[p][a] \in {NOT_LOADED, shows[p][a]}

(* Whoever faults goes on, whatever is remapped meanwhile.                 *)
Waits(p, a) == /\ p \in alive /\ fault[p] = NOFAULT /\ trans[p][a] = NOT_LOADED
               /\ \E h \in Covering(p, a) : remap.handle = h
FaultsGoOn == \A p \in Processes, a \in UserPages : []<>~Waits(p, a)
NoFaultWaits ==         \* must fail: else FaultsGoOn says nothing
  \A p \in Processes, a \in UserPages : ~Waits(p, a)
=============================================================================
