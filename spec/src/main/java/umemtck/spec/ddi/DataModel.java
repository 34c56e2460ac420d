package umemtck.spec.ddi;

/** The data model of a program: what {@code ddi_mmap_get_model(9F)} answers. */
public final class DataModel {
  /** 32-bit. */
  public static final int DDI_MODEL_ILP32 = 0x100000;

  /** 64-bit. */
  public static final int DDI_MODEL_LP64 = 0x200000;

  private DataModel() {}

  /** Its name; the number if it has none. */
  public static String text(int model) {
    return switch (model) {
      case DDI_MODEL_ILP32 -> "DDI_MODEL_ILP32";
      case DDI_MODEL_LP64 -> "DDI_MODEL_LP64";
      default -> "0x" + Integer.toHexString(model);
    };
  }
}
