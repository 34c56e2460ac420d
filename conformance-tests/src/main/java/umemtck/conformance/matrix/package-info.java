/** Which layer of the kit has which clause: the specification, the model, the kernel, the tests. */
package umemtck.conformance.matrix;
