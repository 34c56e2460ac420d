/**
 * The calls of the contract and what can be seen of them. A name here is the name in the TLA+
 * modules, on the wire and in a trace: {@code vocabulary.yaml} is the table.
 */
package umemtck.spec.ddi;
