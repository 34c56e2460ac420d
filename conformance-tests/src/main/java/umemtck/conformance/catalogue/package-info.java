/** The clause catalogue, read from the data that the specification ships. */
package umemtck.conformance.catalogue;
