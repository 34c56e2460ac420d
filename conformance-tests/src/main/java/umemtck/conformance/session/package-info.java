/** A plan carried out on a machine, and seen. */
package umemtck.conformance.session;
