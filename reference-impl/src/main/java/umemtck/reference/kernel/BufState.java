package umemtck.reference.kernel;

import umemtck.spec.ddi.Buf;

/**
 * A live buf inside the kernel.
 *
 * @param cookie whose memory it describes
 * @param fields what it carries
 * @param lock the lock whose pages it describes; null if it describes a block
 * @param first number of its first page: in the address space of the lock's process, or the
 *     kernel's
 * @param skip bytes of that page in front of it
 */
public record BufState(long cookie, Buf fields, Lock lock, long first, int skip) {}
