/** Who conforms: the judge, the suite, the zoo and the command line. */
package umemtck.conformance;
