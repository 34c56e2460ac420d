package umemtck.spec.ddi;

/** The numbers of the errors that the contract names. */
public final class Errno {
  /** No such device or address: whatever the driver's devmap entry found wrong. */
  public static final int ENXIO = 6;

  /** Short now; a retry may work. */
  public static final int EAGAIN = 11;

  /** No resources, or a limit would be exceeded. */
  public static final int ENOMEM = 12;

  /** The process lacks the access. */
  public static final int EACCES = 13;

  /** Nothing mapped there, or nothing that can be locked. */
  public static final int EFAULT = 14;

  /** Misaligned, or a flag or a vector that has no meaning. */
  public static final int EINVAL = 22;

  private Errno() {}

  /** Its name; the number if the contract does not name it. */
  public static String text(int errno) {
    return switch (errno) {
      case 0 -> "0";
      case ENXIO -> "ENXIO";
      case EAGAIN -> "EAGAIN";
      case ENOMEM -> "ENOMEM";
      case EACCES -> "EACCES";
      case EFAULT -> "EFAULT";
      case EINVAL -> "EINVAL";
      default -> "errno " + errno;
    };
  }
}
