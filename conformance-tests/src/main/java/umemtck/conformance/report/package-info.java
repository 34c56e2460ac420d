/** What a run leaves behind: for people on the terminal, for machines in files. */
package umemtck.conformance.report;
