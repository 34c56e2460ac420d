------------------------------- MODULE Word --------------------------------
(***************************************************************************)
(* A word is a size_t or an address: a pattern of bits that wraps.         *)
(* Whatever is computed with sizes and addresses is computed here, so that *)
(* one small word lets TLC see every wrap there is, and one override lets  *)
(* it work on 64 bits. Amounts of pages and of cookies are plain numbers.  *)
(***************************************************************************)
EXTENDS Integers

CONSTANT WordMax        \* the largest size_t (SIZE_MAX), all bits set

ASSUME WordMaxIsAllOnes == \E bits \in 1..16 : WordMax = 2^bits - 1

Word == 0..WordMax
NULL == 0

Plus(a, b)      == (a + b) % (WordMax + 1)      \* as C adds: modulo the word
DownTo(a, unit) == a - (a % unit)               \* a & ~(unit - 1)
Units(a, unit)  == a \div unit                  \* how many whole units

(* The words from a on, as many as length. They do not wrap if they end    *)
(* at or below the top of the word; the last may be WordMax itself.        *)
Range(a, length)     == {Plus(a, i) : i \in 0..(length - 1)}
EndsInWord(a, length) == a + length <= WordMax + 1
Apart(some, others)  == some \cap others = {}

(* What each word holds, once a value was stored over some of them.        *)
Storing(old, words, value) ==
  [a \in Word |-> IF a \in words THEN value ELSE old[a]]

(* A word read as signed, as an off_t is: the upper half is negative.      *)
Signed(a) == IF 2 * a > WordMax THEN a - (WordMax + 1) ELSE a
=============================================================================
