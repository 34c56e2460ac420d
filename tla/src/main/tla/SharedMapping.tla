---------------------------- MODULE SharedMapping --------------------------
(***************************************************************************)
(* The rest of the driver: devmap_setup and its devmap(9E) entry, which    *)
(* exports a page by the data model of the caller; what applications do    *)
(* with it; attach and detach.                                             *)
(***************************************************************************)
EXTENDS SharedDriver

(* SHARED.lp64-first-page, SHARED.ilp32-second-page: the page that the     *)
(* entry exports. SHARED.unknown-model: none at all.                       *)
NO_PAGE == 3
FirstPage(p) ==
  CASE p \in Others -> IF "GuessesTheModel" \in Sins THEN 0 ELSE NO_PAGE
    [] "MapsByTheLastCase" \in Sins -> 1
    [] "Ilp32GetsTheFirst" \in Sins -> 0
    [] OTHER -> IF p \in Lp64 THEN 0 ELSE 1

(* SHARED.bounds: of one page, the first of the device.                    *)
OnePageOnly(w) == (w.off = 0 /\ w.pages = 1) \/ "MapsBeyond" \in Sins

(* DEVMAP.null-cookie, DEVMAP.in-bounds.                                   *)
SetupSucceeds(p, first) ==
  /\ umem # NULL
  /\ \/ umem \in DOMAIN area /\ first + want[p].pages <= area[umem]
     \/ "TakesNullForACookie" \in Sins
     \/ "MapsBeyond" \in Sins

Ends(p, pages, errno) ==
  /\ mapping' = [mapping EXCEPT ![p] = pages]
  /\ at' = [at EXCEPT ![p] = OUT]
  /\ want' = [want EXCEPT ![p] = NOTHING]
  /\ answer' = [op |-> "mmap", proc |-> p, want |-> want[p], errno |-> errno]
  /\ UNCHANGED <<got, mutex, umem, area, memory, attached>>

DevmapSetup(p) ==
  LET first == FirstPage(p) IN
  /\ at[p] = "maps"
  /\ OnePageOnly(want[p]) /\ first # NO_PAGE
  /\ SetupSucceeds(p, first)
  /\ Ends(p, [i \in 1..want[p].pages |-> <<umem, first + i - 1>>], "")

(* SHARED.bounds, SHARED.alloc-failure: whatever the entry returns, mmap   *)
(* fails with ENXIO (DEVMAP.mmap-errno).                                   *)
DevmapSetupFails(p) ==
  LET first == FirstPage(p) IN
  /\ at[p] = "maps"
  /\ ~(OnePageOnly(want[p]) /\ first # NO_PAGE /\ SetupSucceeds(p, first))
  /\ Ends(p, <<>>, "ENXIO")

(******** What applications and the driver do with it **********************)
Clears(old, c) == [f \in Frames |-> IF f[1] = c THEN FRESH ELSE old[f]]

(* SHARED.persists: the area stays, and what is in it.                     *)
Unmap(p) ==
  /\ at[p] = OUT /\ mapping[p] # <<>>
  /\ mapping' = [mapping EXCEPT ![p] = <<>>]
  /\ LET last == \A q \in Processes \ {p} : mapping[q] = <<>> /\ at[q] = OUT
     IN  IF last /\ "FreesAtTheLastUnmap" \in Sins
         THEN /\ area' = <<>> /\ umem' = NULL
              /\ memory' = Clears(memory, umem)
         ELSE UNCHANGED <<area, umem, memory>>
  /\ Did("munmap", p)
  /\ UNCHANGED <<at, want, got, mutex, attached>>

Stored(f, value) ==
  memory' = IF "StoresStayPrivate" \in Sins /\ value # DRIVER
            THEN memory ELSE [memory EXCEPT ![f] = value]

StoreByUser(p) ==
  /\ mapping[p] # <<>>
  /\ Stored(mapping[p][1], p)
  /\ Did("user_fill", p)
  /\ UNCHANGED <<at, want, got, mutex, umem, area, mapping, attached>>

StoreByDriver(i) ==
  /\ umem \in DOMAIN area /\ i < area[umem]
  /\ Stored(<<umem, i>>, DRIVER)
  /\ answer' = [op |-> "memory_fill", page |-> i]
  /\ UNCHANGED <<at, want, got, mutex, umem, area, mapping, attached>>

(******** attach(9E) and detach(9E) ****************************************)
(* SHARED.first-map-allocates: not here.                                   *)
Attach ==
  /\ ~attached
  /\ attached' = TRUE
  /\ IF "AllocatesAtAttach" \in Sins
     THEN /\ umem' = CHOOSE c \in Cookies : TRUE
          /\ area' = (umem' :> 2)
     ELSE UNCHANGED <<umem, area>>
  /\ answer' = [op |-> "attach"]
  /\ UNCHANGED <<at, want, got, mutex, mapping, memory>>

(* SHARED.free-last, FREE.by-unload: all is freed, once nobody has it.     *)
InUse == \E p \in Processes : at[p] # OUT \/ mapping[p] # <<>>

Detach ==
  /\ attached /\ Detaches
  /\ ~InUse \/ ("DetachesWhileMapped" \in Sins /\ \A p \in Processes : at[p] = OUT)
  /\ attached' = FALSE
  /\ area' = <<>> /\ umem' = NULL
  /\ memory' = Clears(memory, umem)
  /\ answer' = [op |-> "detach", out |-> "done"]
  /\ UNCHANGED <<at, want, got, mutex, mapping>>

DetachRefused ==
  /\ attached /\ Detaches /\ InUse
  /\ answer' = [op |-> "detach", out |-> "refused"]
  /\ UNCHANGED <<at, want, got, mutex, umem, area, mapping, memory, attached>>

(******** Every step there is **********************************************)
InSegmap(p) ==
  \/ TakeMutex(p) \/ TestUmem(p) \/ AllocSleeps(p)
  \/ \E c \in Cookies : AllocReturns(p, c)
  \/ AllocFails(p) \/ SetUmem(p) \/ ReleaseMutex(p)
  \/ DevmapSetup(p) \/ DevmapSetupFails(p)

Next ==
  \/ \E p \in Processes : \/ \E off \in Offs, pages \in Lens : Segmap(p, off, pages)
                          \/ InSegmap(p)
                          \/ Unmap(p)
  \/ \E p \in Writers : StoreByUser(p)
  \/ \E i \in DriverPages : StoreByDriver(i)
  \/ Attach \/ Detach \/ DetachRefused

(* Whoever runs goes on; a sleeper is woken with or without memory; and    *)
(* the mutex does not pass by one who waits for it for ever.               *)
Fairness ==
  \A p \in Processes : /\ SF_vars(TakeMutex(p))
                       /\ WF_vars(InSegmap(p))

Spec     == Init /\ [][Next]_vars
FairSpec == Spec /\ Fairness
=============================================================================
