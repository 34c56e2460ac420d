package umemtck.conformance.zoo;

import java.util.List;

/** Whose calls overlap oddly, and keep the contract. */
final class OddOverlaps {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.legal(PinsPageByPage::new, "Pins and undoes a page in each step."),
          Resident.legal(StallsBeforeAndBehindEachStep::new, "Stalls before and behind each step."),
          Resident.legalInIllumos(
              PicksAllFunctionsAtOnce::new,
              "Its events pick all functions at once, and then call one after the other."),
          Resident.legal(
              TellsEverybodyOfEachStep::new,
              "Announces a change behind each step, whatever it did."));

  private OddOverlaps() {}
}
