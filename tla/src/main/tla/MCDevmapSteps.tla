---------------------------- MODULE MCDevmapSteps --------------------------
(***************************************************************************)
(* The steps of a remap within bounds that TLC can exhaust. They refine    *)
(* UmemDevmap, without a mapping: its variables are all there.             *)
(***************************************************************************)
EXTENDS DevmapSteps

MCStepSetup ==
  /\ \E m \in Mmaps, s \in Setups, access \in Accesses, results \in Answers :
       DevmapUmemSetup(m, <<s>>, access, results)
  /\ UNCHANGED own

RemapGoesOn == \/ \E a \in UserPages : StepUnload(a)
               \/ StepSwitch

MCStepsNext ==
  \/ MCStepSetup
  \/ \E p \in Processes : \/ \E a \in UserPages : \/ StepFault(p, a)
                                                  \/ StepFaults(p, a)
                          \/ StepLoad(p)
                          \/ \E child \in Processes : StepFork(p, child)
  \/ \E p \in Writers, a \in UserPages : StepStore(p, a)
  \/ \E h \in Handles : \/ \E s \in Remaps : StepRemap(h, s) \/ StepRemapRefused(h, s)
                        \/ StepMunmap(h)
  \/ RemapGoesOn

MCStepsSpec == StepsInit /\ [][MCStepsNext]_allVars
MCStepsFairSpec ==
  /\ MCStepsSpec
  /\ WF_allVars(RemapGoesOn)
  /\ \A p \in Processes : WF_allVars(StepLoad(p))

Abs == INSTANCE UmemDevmap WITH Sins <- {}

RefinesUmemDevmap == Abs!Spec
=============================================================================
