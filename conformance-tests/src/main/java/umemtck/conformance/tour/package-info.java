/**
 * The committed graphs of the specification, walked over a subject. Ids are of the clauses that the
 * judge names; a tour asks no clause by itself.
 */
package umemtck.conformance.tour;
