package umemtck.reference.cases;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;

/**
 * The fields of a step, or of what it gives, as numbers.
 *
 * @param written as they are written
 */
record Fields(Map<String, Object> written) {

  /** 64 bits: unsigned decimal, or hex. */
  long bits(String key) {
    String text = (String) need(key);
    return text.startsWith("0x")
        ? Long.parseUnsignedLong(text.substring(2), 16)
        : Long.parseUnsignedLong(text);
  }

  /** The same, 0 if it is not written. */
  long bitsOr0(String key) {
    return has(key) ? bits(key) : 0;
  }

  /** 64 bits: signed decimal. */
  long signed(String key) {
    return Long.parseLong((String) need(key));
  }

  /** The bits of a buf's direction, or of its flags, by name or in hex. */
  int direction() {
    return bufFlags("direction");
  }

  /** The bits of a buf, by name or in hex. */
  int bufFlags(String key) {
    return or(key, Fields::bufFlag);
  }

  /** A name, or a plain number. */
  int sleepflag() {
    return need("sleepflag") instanceof Number n
        ? n.intValue()
        : allocFlag((String) need("sleepflag"));
  }

  /** A plain number. */
  long number(String key) {
    return ((Number) need(key)).longValue();
  }

  /** A plain number, or an error's name. */
  int errno() {
    return need("errno") instanceof Number n ? n.intValue() : errno((String) need("errno"));
  }

  /** One of a set of names. */
  <E extends Enum<E>> E name(Class<E> of, String key) {
    return Enum.valueOf(of, (String) need(key));
  }

  /** The bits of {@code ddi_umem_alloc}, by name or in hex. */
  int allocFlags() {
    return or("flag", Fields::allocFlag);
  }

  /** The bits of a lock, by name or in hex. */
  int lockFlags() {
    return or("flags", Fields::lockFlag);
  }

  /** The bits of a protection, by name; none is no access. */
  int prot() {
    return prot("prot");
  }

  /** The bits of a protection, by name or in hex. */
  int prot(String key) {
    return or(key, Fields::protFlag);
  }

  /** The bits of an export, by name or in hex. */
  int devmapFlags() {
    return or("flags", Fields::devmapFlag);
  }

  /** The functions of a structure of callbacks, by name. */
  int callbacks(String key) {
    return or(key, Fields::callback);
  }

  /** A data model, by name. */
  int model() {
    return switch ((String) need("model")) {
      case "ILP32" -> DataModel.DDI_MODEL_ILP32;
      case "LP64" -> DataModel.DDI_MODEL_LP64;
      default -> throw new IllegalArgumentException("no data model is named " + need("model"));
    };
  }

  /** How a mapping is shared, by name; MAP_SHARED if it is not written. */
  int share() {
    return switch ((String) written.getOrDefault("share", "MAP_SHARED")) {
      case "MAP_SHARED" -> MapFlag.MAP_SHARED;
      case "MAP_PRIVATE" -> MapFlag.MAP_PRIVATE;
      default -> throw new IllegalArgumentException("nothing is shared as " + need("share"));
    };
  }

  /** Whether anything is written under a key. */
  boolean has(String key) {
    return written.containsKey(key);
  }

  /** What is written under a key that has to be there. */
  Object need(String key) {
    Object value = written.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key + " in " + written);
    }
    return value;
  }

  private int or(String key, ToIntFunction<String> bit) {
    List<String> names = Yaml.words(need(key));
    return names.stream().mapToInt(bit).reduce(0, (a, b) -> a | b);
  }

  private static int allocFlag(String name) {
    return switch (name) {
      case "SLEEP" -> UmemFlag.DDI_UMEM_SLEEP;
      case "NOSLEEP" -> UmemFlag.DDI_UMEM_NOSLEEP;
      case "PAGEABLE" -> UmemFlag.DDI_UMEM_PAGEABLE;
      case "TRASH" -> UmemFlag.DDI_UMEM_TRASH;
      default -> hex(name);
    };
  }

  private static int bufFlag(String name) {
    return switch (name) {
      case "B_READ" -> BufFlag.B_READ;
      case "B_WRITE" -> BufFlag.B_WRITE;
      case "B_BUSY" -> BufFlag.B_BUSY;
      case "B_PHYS" -> BufFlag.B_PHYS;
      case "B_SHADOW" -> BufFlag.B_SHADOW;
      default -> hex(name);
    };
  }

  private static int lockFlag(String name) {
    return switch (name) {
      case "READ" -> UmemLockFlag.DDI_UMEMLOCK_READ;
      case "WRITE" -> UmemLockFlag.DDI_UMEMLOCK_WRITE;
      case "LONGTERM" -> UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
      default -> hex(name);
    };
  }

  private static int protFlag(String name) {
    return switch (name) {
      case "READ" -> Prot.READ;
      case "WRITE" -> Prot.WRITE;
      case "EXEC" -> Prot.EXEC;
      case "USER" -> Prot.USER;
      default -> hex(name);
    };
  }

  private static int devmapFlag(String name) {
    return switch (name) {
      case "MAPPING_INVALID" -> DevmapFlag.DEVMAP_MAPPING_INVALID;
      case "ALLOW_REMAP" -> DevmapFlag.DEVMAP_ALLOW_REMAP;
      case "USE_PAGESIZE" -> DevmapFlag.DEVMAP_USE_PAGESIZE;
      case "CACHED" -> DevmapFlag.IOMEM_DATA_CACHED;
      case "UC_WR_COMBINE" -> DevmapFlag.IOMEM_DATA_UC_WR_COMBINE;
      case "UNCACHED" -> DevmapFlag.IOMEM_DATA_UNCACHED;
      default -> hex(name);
    };
  }

  private static int callback(String name) {
    return switch (name) {
      case "MAP" -> DevmapCallback.DEVMAP_MAP;
      case "ACCESS" -> DevmapCallback.DEVMAP_ACCESS;
      default -> throw new IllegalArgumentException("no callback is named " + name);
    };
  }

  /** All 32 bits: the highest one too. */
  private static int hex(String text) {
    if (!text.startsWith("0x")) {
      throw new IllegalArgumentException("no flag is named " + text);
    }
    return Integer.parseUnsignedInt(text.substring(2), 16);
  }

  private static int errno(String name) {
    return switch (name) {
      case "EAGAIN" -> Errno.EAGAIN;
      case "ENOMEM" -> Errno.ENOMEM;
      case "EACCES" -> Errno.EACCES;
      case "EFAULT" -> Errno.EFAULT;
      case "EINVAL" -> Errno.EINVAL;
      case "ENXIO" -> Errno.ENXIO;
      default -> throw new IllegalArgumentException("no error is named " + name);
    };
  }
}
