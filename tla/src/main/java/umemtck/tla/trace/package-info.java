/** Traces: what was seen of a machine, told in steps of the specification. */
package umemtck.tla.trace;
