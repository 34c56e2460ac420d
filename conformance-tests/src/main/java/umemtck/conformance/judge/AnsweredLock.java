package umemtck.conformance.judge;

import java.util.List;
import java.util.Set;
import umemtck.reference.model.LockFault;
import umemtck.reference.model.LockFault.Rank;
import umemtck.reference.model.LockRequest;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;

/**
 * A lock that was answered.
 *
 * @param asked for what
 * @param wrong what was wrong with it, in the order of LOCK.validation-order
 * @param errno the answer
 */
record AnsweredLock(LockRequest asked, List<LockFault> wrong, int errno) {
  private static final String UNMAPPED = "LOCK.efault-unmapped/errno";
  private static final String BOTH = "LOCK.flags-both/accepted";

  static AnsweredLock of(UmemModel model, UmemState before, Pending call, Outcome outcome) {
    LockRequest asked = LockRequest.of(before.locking(), call.proc(), call.call());
    int errno = ((Outcome.Locked) outcome).errno();
    List<LockFault> wrong =
        model.faults(before, asked).stream().filter(f -> counts(f, errno)).toList();
    return new AnsweredLock(asked, wrong, errno);
  }

  /**
   * Of what may be wrong, two things are: a range that is just being unmapped, and READ with WRITE
   * if that was refused (K-01).
   */
  private static boolean counts(LockFault f, int errno) {
    return f.sure()
        || f.facet().equals(UNMAPPED)
        || (f.facet().equals(BOTH) && errno == Errno.EINVAL);
  }

  /** Whether nothing is wrong with it. */
  boolean sound() {
    return wrong.isEmpty();
  }

  /** Whether just these are wrong with it, or one of them. */
  boolean only(Set<String> facets) {
    return wrong.stream().anyMatch(LockFault::sure) && atMost(facets);
  }

  /** Whether nothing is wrong with it but these. */
  boolean atMost(Set<String> facets) {
    return wrong.stream().allMatch(f -> facets.contains(f.facet()));
  }

  /** Whether nothing is wrong with it that is tested before the things of a rank. */
  boolean reaches(Rank rank) {
    return wrong.stream().allMatch(f -> f.rank().compareTo(rank) >= 0);
  }

  /** Whether what is wrong with it, and tested first, is of a rank. */
  boolean fails(Rank rank) {
    return !wrong.isEmpty() && wrong.get(0).rank() == rank;
  }

  /** Whether there are pages that it asks for. */
  boolean hasPages() {
    return asked.len() != 0 && !asked.wraps();
  }
}
