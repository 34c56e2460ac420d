/**
 * The lines that the kit and a child process exchange, as docs/protocol.md says; by whom and when
 * they are exchanged is not known here.
 */
package umemtck.conformance.protocol;
