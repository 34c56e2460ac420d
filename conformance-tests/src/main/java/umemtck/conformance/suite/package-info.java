/** The properties, one class an area, one facet a test; and what runs them. */
package umemtck.conformance.suite;
