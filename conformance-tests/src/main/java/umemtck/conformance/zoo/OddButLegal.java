package umemtck.conformance.zoo;

import java.util.List;

/** Who allocates oddly, and keeps the contract. */
final class OddButLegal {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.legal(AddressesDescend::new, "Gives the highest free addresses first."),
          Resident.legal(PlacesAtRandom::new, "Places every allocation somewhere in some hole."),
          Resident.legal(ReusesCookiesAtOnce::new, "Gives the smallest cookie that is not live."),
          Resident.legal(OffersNoTrash::new, "Does not offer TRASH, and says so."),
          Resident.legal(
              PutsAGuardPageBehind::new,
              "Leaves a page of address space behind each allocation empty, and declares that."),
          Resident.legal(
              KeepsAReserve::new,
              "Uses up to two pages more than an allocation has, for its own tables, and declares that."),
          Resident.legal(
              ZeroesAtFree::new,
              "Zeroes memory at boot, and when it is freed or paged out, and not when it is allocated."),
          Resident.legal(
              WakesTheYoungestFirst::new,
              "Lets the sleeper go on that came last, of those for whom there is enough."),
          Resident.legal(
              WaitsForTheImpossible::new,
              "Lets SLEEP wait for ever for a size that it can never give, and for one that wraps."),
          Resident.legal(
              NeverPagesOut::new, "Keeps pageable memory in memory, whatever the pressure."),
          Resident.legal(
              DiagnosesNothing::new, "Does not declare CHECKED, and lets misuse pass in silence."),
          Resident.legal(HasLargePages::new, "Has few pages, of 64 kilobytes each."),
          Resident.legalInIllumos(
              IllumosKernel::new,
              "Does what illumos does where that differs from what is documented."),
          Resident.legal(
              AllocationAlone::new,
              "Offers nothing but allocation and memory: no world to arrange, no way to see it wait."));

  private OddButLegal() {}
}
