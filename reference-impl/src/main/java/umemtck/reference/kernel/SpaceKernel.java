package umemtck.reference.kernel;

import umemtck.spec.subject.Waits;

/**
 * Who is in an address space: locks that read it, or the one change that writes it. A change that
 * wants to enter comes before new readers.
 */
abstract class SpaceKernel extends UserKernel {
  SpaceKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  // ---- The steps of whoever reads.

  /** Enters to read; waits while a change wants to enter. Holds no lock. */
  protected final void enterToRead(UserSpace space) {
    while (!tryToRead(space)) {
      waits()
          .await(
              () -> {
                synchronized (this) {
                  return isDown() || mayRead(space);
                }
              });
      synchronized (this) {
        space.addTurnedAway(-1);
      }
    }
  }

  private synchronized boolean tryToRead(UserSpace space) {
    mustBeUp();
    boolean may = mayRead(space);
    if (may) {
      space.addReader(1);
    } else {
      space.addTurnedAway(1);
    }
    return may;
  }

  /** Whether a reader may enter. */
  protected boolean mayRead(UserSpace space) {
    return !space.isWanted();
  }

  /** A reader leaves. */
  protected synchronized void leave(UserSpace space) {
    space.addReader(-1);
  }

  /** Tells a change that is out that it may be able to go on. Holds no lock. */
  protected final void tellChanges(UserSpace space) {
    boolean isToBeTold;
    synchronized (this) {
      isToBeTold = space.isChanging();
    }
    if (isToBeTold) {
      waits().changed();
    }
  }

  // ---- The steps of a change.

  /** A change begins, or goes on: it wants to enter. */
  protected final synchronized void want(LayoutChange change) {
    mustBeUp();
    change.proc().space().begin(change);
  }

  /** Waits until nobody reads. Holds no lock. */
  final void awaitReaders(UserSpace space) {
    waits()
        .await(
            () -> {
              synchronized (this) {
                return isDown() || space.readers() == 0;
              }
            });
  }

  /** A change lets go of the address space, to wait until it can be made. */
  protected final synchronized void letGo(LayoutChange change) {
    change.proc().space().letGo(change);
  }

  /** A change is over, however it ended. */
  final synchronized void end(LayoutChange change) {
    change.proc().space().end(change);
  }

  /** Tells those who were turned away. Holds no lock. */
  final void tellReaders(UserSpace space) {
    boolean isToBeTold;
    synchronized (this) {
      isToBeTold = space.hasTurnedAway();
    }
    if (isToBeTold) {
      waits().changed();
    }
  }
}
