package umemtck.reference.kernel;

import umemtck.spec.ddi.CookieKind;

/**
 * What a cookie stands for inside the kernel.
 *
 * @param cookie its number
 * @param kind fixed for life
 * @param size bytes asked for
 * @param firstPage number of its first page in the address space; -1 without memory
 * @param pages pages of address space; 0 without memory
 */
public record Block(long cookie, CookieKind kind, long size, int firstPage, int pages) {}
