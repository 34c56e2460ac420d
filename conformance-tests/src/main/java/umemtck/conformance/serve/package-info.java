/** A subject in Java behind the protocol: the child's side of it. */
package umemtck.conformance.serve;
