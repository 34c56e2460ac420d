/** What to do to a subject: lists of self-contained steps, made, shrunk and written down. */
package umemtck.conformance.plan;
