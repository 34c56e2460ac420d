package umemtck.conformance.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;

/**
 * One thing to do about mapped devices. Exports are named by the steps that make them; processes as
 * in {@link LockStep}.
 */
public sealed interface ExportStep extends Step {
  /** The name of no cookie: NULL is passed. */
  int NULL = -1;

  /**
   * Which memory is shown.
   *
   * @param name of an allocation or a lock; {@link #NULL} for none
   * @param locked whether it is that of a lock
   * @param off bytes into it; {@link Size.Base#COOKIE} counts from its end
   * @param len how long; the same
   */
  record Of(int name, boolean locked, Size off, Size len) {}

  /**
   * {@code devmap_umem_setup}, as the driver's entry calls it.
   *
   * @param of which memory
   * @param maxprot bits of {@link Prot}
   * @param flags bits of {@link umemtck.spec.ddi.DevmapFlag}
   * @param callbacks bits of {@link umemtck.spec.ddi.DevmapCallback}
   */
  record Setup(Of of, int maxprot, int flags, int callbacks) {
    /** With every protection, no flag and no callback. */
    public static Setup plain(Of of) {
      return new Setup(of, Prot.ALL, 0, 0);
    }
  }

  /**
   * An application maps a device. Whatever is mapped then is looked at.
   *
   * @param name by which later steps know it
   * @param proc whose address space
   * @param page first page, counted from the start of the window
   * @param pages how many
   * @param prot bits of {@link Prot}
   * @param share of {@link MapFlag}
   * @param opened bits of {@link Prot}
   * @param setups what the driver's entry calls, in order: one, or two of the same handle
   * @param entry what the entry returns, if it is not 0
   * @param map what {@code devmap_map} returns
   */
  record Map(
      int name,
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages,
      int prot,
      int share,
      int opened,
      List<Setup> setups,
      int entry,
      int map)
      implements ExportStep {
    /** Checked by {@link PlanCheck}, not here. */
    public Map {
      setups = List.copyOf(setups);
    }

    /** By one call, or by two; {@code again} is null for one. */
    public Map(
        int name,
        int proc,
        long page,
        long pages,
        int prot,
        int share,
        int opened,
        Setup setup,
        Setup again,
        int entry,
        int map) {
      this(
          name,
          proc,
          page,
          pages,
          prot,
          share,
          opened,
          again == null ? List.of(setup) : List.of(setup, again),
          entry,
          map);
    }

    /** What the driver's entry calls first. */
    public Setup setup() {
      return setups.get(0);
    }

    /** What it calls then; null for nothing. */
    public Setup again() {
      return setups.size() > 1 ? setups.get(1) : null;
    }

    /** Shared, to read and to write, by one right call. */
    public static Map plain(int name, int proc, long page, long pages, Setup setup) {
      int rw = Prot.READ | Prot.WRITE;
      return new Map(name, proc, page, pages, rw, MapFlag.MAP_SHARED, rw, setup, null, 0, 0);
    }
  }

  /**
   * {@code devmap_umem_remap}. What the mapping and the others show is looked at.
   *
   * @param name of the export
   * @param of which memory it is to show
   * @param maxprot bits of {@link Prot}
   * @param flags any bits
   */
  record Remap(int name, Of of, int maxprot, int flags) implements ExportStep {}

  /**
   * {@code mprotect} of pages of a mapped device.
   *
   * @param proc whose
   * @param page first page, counted from the start of the window
   * @param pages how many
   * @param prot bits of {@link Prot}
   */
  record Protect(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages,
      int prot)
      implements ExportStep {}

  /**
   * {@code fork}. What the child sees is looked at.
   *
   * @param name by which later steps know the child
   * @param proc the parent
   */
  record Fork(int name, int proc) implements ExportStep {}

  /**
   * The program of a process is of a data model.
   *
   * @param proc which
   * @param model of {@link umemtck.spec.ddi.DataModel}
   */
  record Model(int proc, int model) implements ExportStep {}

  /**
   * The memory of an export is marked by the driver and looked at through every mapping; then the
   * application stores through this one, and everybody looks.
   *
   * @param name of the export
   */
  record Touch(int name) implements ExportStep {}

  /**
   * The application loads one byte through a mapping.
   *
   * @param name of the export
   */
  record Load(int name) implements ExportStep {}

  /**
   * An application maps the device of the driver of Example 10-4.
   *
   * @param proc whose address space
   * @param page first page, counted from the start of the window
   * @param pages how many
   * @param off pages into the device
   */
  record SharedMap(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long off)
      implements ExportStep {}

  /** {@code detach} of the driver of Example 10-4. */
  record SharedDetach() implements ExportStep {}

  /**
   * Somebody stores to the shared area, and everybody looks.
   *
   * @param by the process whose application stores; {@link #NULL} for the driver, which stores to
   *     both pages
   */
  record SharedTouch(int by) implements ExportStep {}
}
