/**
 * A kernel that keeps the contract, on real bytes and threads. It does not know the model: code
 * that both shared would be code that neither checks.
 */
package umemtck.reference.kernel;
