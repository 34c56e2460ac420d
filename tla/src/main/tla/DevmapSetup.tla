---------------------------- MODULE DevmapSetup ----------------------------
(***************************************************************************)
(* int devmap_umem_setup(devmap_cookie_t dhp, dev_info_t *dip,             *)
(*         struct devmap_callback_ctl *callbackops,                        *)
(*         ddi_umem_cookie_t cookie, offset_t koff, size_t len,            *)
(*         uint_t maxprot, uint_t flags, ddi_device_acc_attr_t *accattrp)  *)
(*                                                                         *)
(* in the devmap(9E) entry of a driver, on behalf of an application that   *)
(* maps the device. It is one step: the entry makes one setup or two of    *)
(* the handle that it was given, and the mmap succeeds or fails.           *)
(***************************************************************************)
EXTENDS DevmapRequest

(* What the entry returns: as the setups went, 0 if one of them succeeded; *)
(* or a failure of its own.                                                *)
AS_THEY_WENT == "as they went"
ENTRY_FAILS  == {"-1", "EINVAL", "ENXIO"}

Answers == {<<0>>, <<-1>>, <<0, 0>>, <<0, -1>>, <<-1, 0>>, <<-1, -1>>}
Succeeded(results) == \E i \in 1..Len(results) : results[i] = 0
LastOf(results) == CHOOSE i \in 1..Len(results) :
                     /\ results[i] = 0
                     /\ \A j \in (i + 1)..Len(results) : results[j] # 0

(* Duties of the caller: live cookies (COOKIE.valid-interval), and room    *)
(* at the address, which is the system's choice.                           *)
MayMmap(m, setups) ==
  /\ m.proc \in alive
  /\ Cardinality(PagesFrom(m.addr, m.pages)) = m.pages
  /\ \A a \in PagesFrom(m.addr, m.pages) : shows[m.proc][a] = UNMAPPED
  /\ \A i \in 1..Len(setups) : setups[i].cookie \in live \cup {NULL}

(* Each setup answered as it must be, or may be.                           *)
Answered(m, setups, results) ==
  /\ Len(results) = Len(setups)
  /\ \A i \in 1..Len(setups) :
       LET done == \E j \in 1..(i - 1) : results[j] = 0
       IN  /\ MayAnswer(m, setups[i], done, results[i])
           /\ results[i] = 0 => Exact(m, setups[i])

Told(m, setups, access, entry, results, errno) ==
  [op |-> "devmap_umem_setup", request |-> m, setups |-> setups,
   access |-> access, entry |-> entry, results |-> results, errno |-> errno]

(* DEVMAP.success: a handle that is bound to pages of a cookie;            *)
(* DEVMAP.maxprot-sticky: it will keep to its maxprot, and its top.        *)
Bound(m, s) ==
  [cookie |-> s.cookie, first |-> First(s.cookie, s.koff), pages |-> m.pages,
   prot |-> Prot(m), maxprot |-> Kept(s.maxprot, Top(m)), top |-> Top(m),
   type |-> m.type, remap |-> AllowRemap(s.flags)]

(* DEVMAP.invalid-faults: it shows nothing until it is remapped.           *)
Binds(m, s) ==
  LET b == Bound(m, s)
      Seen(a) == IF Invalid(s.flags) /\ "ShowsTheInvalid" \notin Sins
                 THEN FAULTS
                 ELSE Target(b.cookie, b.first, Nth(m.addr, a))
  IN  /\ map' = (<<m.proc, m.addr>> :> b) @@ map
      /\ NowShows(m.proc, PagesFrom(m.addr, m.pages), Seen)

(* DEVMAP.private-refused: undocumented.                                   *)
MayBePrivate(m, access) ==
  \/ m.type = "shared" \/ access \/ ~Illumos \/ "MapsPrivately" \in Sins

DevmapUmemSetup(m, setups, access, results) ==
  /\ Succeeded(results)
  /\ MayMmap(m, setups)
  /\ Answered(m, setups, results)
  /\ MayBePrivate(m, access)
  /\ Binds(m, setups[IF "RefusesButReplaces" \in Sins THEN Len(setups)
                                                      ELSE LastOf(results)])
  /\ answer' = Told(m, setups, access, AS_THEY_WENT, results, "")
  /\ UNCHANGED <<live, alive, memory>>

(* Why the mmap fails, and with what: DEVMAP.mmap-errno, whatever the entry*)
(* returns; DEVMAP.private-refused; and mmap(2) lets nobody write who has  *)
(* not opened for writing, with or without asking the driver.              *)
Fails(m, access, entry, results, errno) ==
  \/ /\ errno = (IF "EntryFailsWithItsOwn" \in Sins /\ entry = "EINVAL"
                 THEN "EINVAL" ELSE "ENXIO")
     /\ results # <<>>
     /\ entry \in ENTRY_FAILS \/ ~Succeeded(results)
  \/ /\ errno = "EINVAL" /\ m.type = "private"
     /\ results = <<>> \/ (entry = AS_THEY_WENT /\ Succeeded(results))
     /\ Illumos => ~access
  \/ /\ errno = "EACCES" /\ results = <<>>
     /\ Bit(m.prot, WRITE) /\ ~Bit(Top(m), WRITE)

(* DEVMAP.failure-no-effect: nothing is left.                              *)
DevmapUmemSetupRefused(m, setups, access, entry, results, errno) ==
  /\ Fails(m, access, entry, results, errno)
  /\ MayMmap(m, setups)
  /\ results = <<>> \/ Answered(m, setups, results)
  /\ IF "LeavesAMapping" \in Sins /\ Succeeded(results)
     THEN Binds(m, setups[LastOf(results)])
     ELSE UNCHANGED <<map, shows>>
  /\ answer' = Told(m, setups, access, entry, results, errno)
  /\ UNCHANGED <<live, alive, memory>>
=============================================================================
