----------------------------- MODULE IoCookies -----------------------------
(***************************************************************************)
(* Where cookies come from, and how they end; what their owners store; and *)
(* memory that is short. Which calls are granted, and when, is said in     *)
(* Umem and UmemLock: here a call that gives a cookie gives it, and a lock *)
(* and an unlock are one step each.                                        *)
(***************************************************************************)
EXTENDS IoTransfer

Taken == UNION {Range(live[c].addr, live[c].size) :
                  c \in {d \in Live : live[d].proc = KERNEL}}

(* ALLOC.round-up, ALLOC.page-aligned, ALLOC.disjoint, ALLOC.zero-filled,  *)
(* ALLOC.trash: memory of whole pages, zero; none if TRASH.                *)
Allocated(size, flag, address) ==
  [kind |-> CASE Trash(flag)    -> "TRASH"
              [] Pageable(flag) -> "PAGEABLE"
              [] OTHER          -> "NON_PAGEABLE",
   proc |-> KERNEL, addr |-> address, flags |-> 0,
   size |-> IF Trash(flag) THEN 0 ELSE RoundUp(size)]

IsPlace(address, size) ==
  /\ address # NULL /\ address % PageSize = 0
  /\ EndsInWord(address, RoundUp(size))
  /\ Range(address, RoundUp(size)) \cap Taken = {}

UmemAlloc(t, size, flag, address, c) ==
  /\ t \notin Interrupts
  /\ size # 0 /\ ~Wraps(size)
  /\ c \in Cookies \ Live
  /\ IF Trash(flag) THEN address = NULL ELSE IsPlace(address, size)
  /\ LET made == Allocated(size, flag, address)
     IN  /\ live' = (c :> made) @@ live
         /\ memory' = Stored(KERNEL, made.addr, made.size, ZERO)
  /\ answer' = [op |-> "ddi_umem_alloc", thread |-> t, size |-> size,
                flag |-> flag, address |-> address, cookie |-> c]
  /\ UNCHANGED <<buf, short, used>>

(* LOCK.success, ACCT.full-price: the pages stay what they are.            *)
UmemLock(t, p, addr, len, flags, c) ==
  /\ t \notin Interrupts
  /\ len > 0 /\ len % PageSize = 0 /\ EndsInWord(addr, len)
  /\ \A a \in Range(addr, len) : DownTo(a, PageSize) \in UserPages
  /\ c \in Cookies \ Live
  /\ live' = (c :> [kind |-> "LOCKED", proc |-> p, addr |-> addr, size |-> len,
                    flags |-> flags]) @@ live
  /\ used' = used + len
  /\ answer' = [op |-> "ddi_umem_lock", thread |-> t, proc |-> p, addr |-> addr,
                len |-> len, flags |-> flags, cookie |-> c]
  /\ UNCHANGED <<buf, memory, short>>

(* COOKIE.no-buf-reference, a duty of the driver: every buf made from a    *)
(* cookie is freed before the cookie ends.                                 *)
MayEnd(c) == c \in Live /\ (On(c) = {} \/ "DriverEndsUnderABuf" \in Sins)

Without(c) == [d \in Live \ {c} |-> live[d]]

UmemFree(t, c) ==
  /\ MayEnd(c)
  /\ live[c].kind # "LOCKED"
  /\ t \in Interrupts => live[c].kind = "NON_PAGEABLE"      \* FREE.context
  /\ live' = Without(c)
  /\ memory' = Stored(KERNEL, live[c].addr, live[c].size, DIRT)
  /\ answer' = [op |-> "ddi_umem_free", thread |-> t, cookie |-> c]
  /\ UNCHANGED <<buf, short, used>>

UmemUnlock(t, c) ==
  /\ MayEnd(c)
  /\ live[c].kind = "LOCKED"
  /\ live' = Without(c)
  /\ used' = used - live[c].size
  /\ answer' = [op |-> "ddi_umem_unlock", thread |-> t, cookie |-> c]
  /\ UNCHANGED <<buf, memory, short>>

(* The driver stores into all of its memory, an application into a page.   *)
MemoryFill(t, c, value) ==
  /\ c \in Live /\ live[c].proc = KERNEL /\ live[c].size > 0
  /\ t \in Interrupts => live[c].kind # "PAGEABLE"
  /\ memory' = Stored(KERNEL, live[c].addr, live[c].size, value)
  /\ answer' = [op |-> "memory_fill", thread |-> t, value |-> value,
                address |-> live[c].addr, length |-> live[c].size]
  /\ UNCHANGED <<live, buf, short, used>>

UserFill(p, a, value) ==
  /\ memory' = Stored(p, a, PageSize, value)
  /\ answer' = [op |-> "user_fill", proc |-> p, addr |-> a, len |-> PageSize,
                value |-> value]
  /\ UNCHANGED <<live, buf, short, used>>

(* Memory for a buf is made short, for one attempt.                        *)
FailNext(step) ==
  /\ short' = TRUE
  /\ answer' = [op |-> "fail_next", step |-> step]
  /\ UNCHANGED <<live, buf, memory, used>>
=============================================================================
