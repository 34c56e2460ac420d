/** Subjects with known sins, which must be caught, and odd ones without sin, which must pass. */
package umemtck.conformance.zoo;
