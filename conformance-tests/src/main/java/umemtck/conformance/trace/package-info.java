/** Traces: histories in a file, and what two judges say of them. */
package umemtck.conformance.trace;
