package umemtck.spec.subject;

/**
 * What the kit asks of a new machine.
 *
 * @param seed the same seed gives a machine that behaves the same; a subject without choices of its
 *     own ignores it
 */
public record BootOptions(long seed) {}
