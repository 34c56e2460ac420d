/** Finding the subject, and making sure that it can be judged at all. */
package umemtck.conformance.subject;
