---------------------------- MODULE UmemIosetup ----------------------------
(***************************************************************************)
(* struct buf *ddi_umem_iosetup(ddi_umem_cookie_t cookie, off_t off,       *)
(*     size_t len, int direction, dev_t dev, daddr_t blkno,                *)
(*     int (*iodone)(struct buf *), int sleepflag)                         *)
(*                                                                         *)
(* A buf, or NULL. dev, blkno and iodone are not interpreted: blkno stands *)
(* for all three.                                                          *)
(***************************************************************************)
EXTENDS IoState

Asked(t, c, off, len, direction, blkno, sleepflag) ==
  [thread |-> t, cookie |-> c, off |-> off, len |-> len,
   direction |-> direction, blkno |-> blkno, sleepflag |-> sleepflag]

(* Duties of the caller. COOKIE.valid-interval: the cookie is live.        *)
(* IOSETUP.context: nobody sleeps in an interrupt.                         *)
(* IOSETUP.direction-compatible: the senses are opposite (K-10). What is   *)
(* no direction is not compatible with anything, and is refused.           *)
Compatible(flags, direction) ==
  /\ direction = B_READ => Writes(flags)
  /\ direction = B_WRITE => Reads(flags)

MayAsk(r) ==
  /\ r.cookie \in Live
  /\ \/ r.sleepflag # SLEEP
     \/ r.thread \notin Interrupts
     \/ "DriverSleepsInInterrupt" \in Sins
  /\ \/ live[r.cookie].kind # "LOCKED"
     \/ Compatible(live[r.cookie].flags, r.direction)
     \/ "DriverMixesTheSenses" \in Sins

(* IOSETUP.in-bounds, IOSETUP.negative-offset, IOSETUP.len-over-size: in   *)
(* plain numbers, so that a negative offset, and a sum beyond the word,    *)
(* never pass. The sins are what C makes of it: an off_t becomes a size_t. *)
Fits(off, len, size) ==
  CASE "AddsSignedToUnsigned" \in Sins -> len <= size /\ Plus(off, len) <= size
    [] "TestsTheEndAlone" \in Sins     -> Plus(off, len) <= size
    [] "TakesNegativeOffsets" \in Sins -> Signed(off) + len <= size
    [] OTHER -> Signed(off) >= 0 /\ Signed(off) + len <= size

(* IOSETUP.kind (K-11), IOSETUP.direction-valid, IOSETUP.sleepflag-valid.  *)
Right(r) ==
  /\ live[r.cookie].kind \in {"LOCKED", "NON_PAGEABLE"} \/ "AsksNoKind" \in Sins
  /\ Fits(r.off, r.len, live[r.cookie].size)
  /\ r.direction \in {B_READ, B_WRITE} \/ "TakesAnyDirection" \in Sins
  /\ r.sleepflag \in {SLEEP, NOSLEEP} \/ "TakesAnySleepflag" \in Sins

(* IOSETUP.success, IOSETUP.address, IOSETUP.page-list, IOSETUP.fields.    *)
Described(r) ==
  LET c == live[r.cookie] IN
  [cookie |-> r.cookie, proc |-> c.proc,
   addr |-> IF "BeginsAtTheCookie" \in Sins THEN c.addr ELSE Plus(c.addr, r.off),
   len |-> r.len, direction |-> r.direction,
   blkno |-> IF "ForgetsTheBlock" \in Sins THEN 0 ELSE r.blkno]

Answer(r, out, b, left) ==
  r @@ [op |-> "ddi_umem_iosetup", out |-> out, buf |-> b, short |-> left]

(* IOSETUP.nosleep-null: NULL if memory is short, and SLEEP does not fail. *)
(* Whoever asks for memory meets the shortage, and it is over; who asks    *)
(* with SLEEP may get it without, so that it is left for the next.         *)
Enough(r) == r.sleepflag = SLEEP \/ ~short \/ "GivesABufWhenShort" \in Sins
MayLeave(left) == left => short

Given(r, b, left) ==
  /\ MayAsk(r)
  /\ Right(r)
  /\ Enough(r)
  /\ b \in Bufs \ Set
  /\ MayLeave(left)
  /\ buf' = (b :> Described(r)) @@
              (IF "KeepsOneRange" \in Sins
               THEN [d \in Set |-> IF d \in On(r.cookie) THEN Described(r)
                                                         ELSE buf[d]]
               ELSE buf)
  /\ short' = left
  /\ used' = used + IF "ChargesForABuf" \in Sins THEN r.len ELSE 0
  /\ answer' = Answer(r, "given", b, left)
  /\ UNCHANGED <<live, memory>>

(* NULL, and nothing changed, if and only if: the arguments are wrong;     *)
(* nothing is asked for (IOSETUP.len-zero: either is right); NOSLEEP, and  *)
(* no memory. It is open whether memory was asked for before the arguments *)
(* were looked at.                                                         *)
Wrong(r) == ~Right(r) \/ r.len = 0

Refused(r, left) ==
  /\ MayAsk(r)
  /\ \/ Wrong(r)
     \/ short /\ r.sleepflag = NOSLEEP
     \/ short /\ "RefusesASleepingSetup" \in Sins
     \/ On(r.cookie) # {} /\ "KnowsOneBufACookie" \in Sins
  /\ MayLeave(left)
  /\ left => Wrong(r)
  /\ buf' = IF "LeaksABuf" \in Sins
            THEN [b \in {CHOOSE b \in Bufs : TRUE} |-> Described(r)] @@ buf
            ELSE buf
  /\ short' = left
  /\ answer' = Answer(r, "refused", NULL, left)
  /\ UNCHANGED <<live, memory, used>>

UmemIosetup(t, c, off, len, direction, blkno, sleepflag, b, left) ==
  Given(Asked(t, c, off, len, direction, blkno, sleepflag), b, left)

UmemIosetupRefused(t, c, off, len, direction, blkno, sleepflag, left) ==
  Refused(Asked(t, c, off, len, direction, blkno, sleepflag), left)
=============================================================================
