/** The judge: what was seen of a subject, held against the contract. */
package umemtck.conformance.judge;
