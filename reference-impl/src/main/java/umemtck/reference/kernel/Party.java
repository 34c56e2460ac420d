package umemtck.reference.kernel;

/**
 * For whom locked memory is counted.
 *
 * @param proc the process
 * @param project its project
 * @param zone its zone
 */
public record Party(long proc, long project, long zone) {}
