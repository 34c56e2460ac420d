/** What must hold: the words of the umem contract, in the DDI's own names. */
package umemtck.spec;
