-------------------------------- MODULE Umem -------------------------------
(***************************************************************************)
(* The contract of allocation, freeing and cookies: every step there is.   *)
(* What it promises is in UmemProperties; the promise on one screen, as    *)
(* the caller sees it, in UmemAbs.                                         *)
(*                                                                         *)
(* Next quantifies over constant sets, and what is possible is said inside *)
(* the actions, so that TLC can tell the arguments of every step.          *)
(***************************************************************************)
EXTENDS World

CONSTANTS Sizes,        \* the sizes asked for
          Flags,        \* the flags asked with
          Addresses,    \* the addresses given
          Fills,        \* what the driver writes: subset of {"all", "last"}
          Settable,     \* the resources that the environment sets
          Amounts       \* to what

ASSUME SizesAreWords       == Sizes \subseteq Word
ASSUME AddressesAreWords   == Addresses \subseteq Word
ASSUME SettableAreResources == Settable \subseteq Resources

(* How much of a resource there is at boot.                                *)
Machine(r) == IF r = "COOKIES" THEN Cardinality(Cookies) ELSE Capacity

Init ==
  /\ live = <<>>
  /\ free = [r \in Resources |-> Machine(r)]
  /\ memory = [a \in Word |-> DIRT]
  /\ asleep = [t \in Threads |-> AWAKE]
  /\ answer = [op |-> "boot"]

System ==
  \/ \E t \in Threads, size \in Sizes, flag \in Flags :
       \/ \E address \in Addresses \cup {NULL}, cookie \in Cookies :
            UmemAlloc(t, size, flag, address, cookie)
       \/ UmemAllocRefused(t, size, flag)
       \/ UmemAllocSleeps(t, size, flag)
  \/ \E t \in Threads, address \in Addresses \cup {NULL}, cookie \in Cookies :
       UmemAllocWakes(t, address, cookie)
  \/ \E t \in Threads : \/ \E cookie \in Cookies : UmemFree(t, cookie)
                        \/ UmemFreeNull(t)

Driver ==
  \E t \in Threads, c \in Cookies, part \in Fills : MemoryFill(t, c, part)

Environment ==
  \/ \E r \in Settable, amount \in Amounts : SetFree(r, amount)
  \/ \E c \in Cookies \cup {NULL} : PageOut(c)

Next == System \/ Driver \/ Environment

(* ALLOC.sleep-succeeds: a sleeper that can be served for good is served.  *)
(* Nothing is said of order, nor of how soon. Nobody owes us a free.       *)
Fairness ==
  \A t \in Threads :
    WF_vars(\E address \in Addresses \cup {NULL}, cookie \in Cookies :
              UmemAllocWakes(t, address, cookie))

Spec     == Init /\ [][Next]_vars
FairSpec == Spec /\ Fairness
=============================================================================
