/**
 * Subjects that are child processes, and speak the protocol. Whatever a child does, its machine
 * comes back with an outcome or a fault, and nothing of the child is left behind.
 */
package umemtck.conformance.exec;
