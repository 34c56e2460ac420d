/** The command line. */
package umemtck.conformance.cli;
