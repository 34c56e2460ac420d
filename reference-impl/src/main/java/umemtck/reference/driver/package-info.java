/** The driver of the documents' example, which runs on any subject. */
package umemtck.reference.driver;
