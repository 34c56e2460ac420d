package umemtck.conformance.plan;

import java.util.Random;
import umemtck.spec.subject.Declaration;

/**
 * Makes plans about locked memory, with a leaning. Each recipe can make any step; what it leans to
 * it makes often.
 */
public enum LockRecipe {
  /** A bit of everything. */
  GENERAL(new Weights().locks(30).unlocks(24).events(8).limits(5).settles(8)),
  /** Arguments and ranges that fail. */
  ERRORS(new Weights().locks(55).unlocks(15).events(6).limits(5).settles(5).errors(55)),
  /** Limits of projects and zones, and what is just at them. */
  LIMITS(new Weights().locks(45).unlocks(18).limits(14).mlocks(12).errors(6).room(55)),
  /** Limits that are set below what is locked, and what waits for those locks. */
  LOWERED(new Weights().locks(36).unlocks(12).limits(18).events(14).settles(12)),
  /** Unlocks from interrupts, and the worker held back. */
  DEFERRED(new Weights().locks(32).unlocks(34).gates(12).settles(8).interrupts(65).room(10)),
  /** What changes address spaces while they are locked. */
  EVENTS(new Weights().locks(30).unlocks(20).events(24).settles(16).lockmemory(70).resumes(5)),
  /** Processes that move between projects and zones, and act for each other. */
  MOVES(new Weights().locks(32).unlocks(20).moves(20).limits(6).mlocks(8).lockmemory(55)),
  /** Memory pressure on pages of processes. */
  PAGING(new Weights().locks(34).unlocks(16).pageOuts(22).limits(8).room(30).settles(5));

  private final Weights weights;

  LockRecipe(Weights weights) {
    this.weights = weights;
  }

  /** Makes a plan for a subject; the same randomness gives the same plan. */
  public Plan plan(Random random, Declaration declared) {
    return new LockCook(weights, random, declared).plan();
  }

  /** How often what is done, in parts of their sum; and how often it is done so, in percent. */
  static final class Weights {
    int locks;
    int unlocks;
    int events = 2;
    int limits = 2;
    int settles = 3;
    int gates = 1;
    int moves = 2;
    int mlocks = 2;
    int pageOuts = 2;
    int allocs = 3;
    int faults = 4;
    int resumes = 1;
    int errors = 8;
    int room = 8;
    int interrupts = 20;
    int lockmemory = 35;

    Weights locks(int n) {
      locks = n;
      return this;
    }

    Weights unlocks(int n) {
      unlocks = n;
      return this;
    }

    Weights events(int n) {
      events = n;
      return this;
    }

    Weights limits(int n) {
      limits = n;
      return this;
    }

    Weights settles(int n) {
      settles = n;
      return this;
    }

    Weights gates(int n) {
      gates = n;
      return this;
    }

    Weights moves(int n) {
      moves = n;
      return this;
    }

    Weights mlocks(int n) {
      mlocks = n;
      return this;
    }

    Weights pageOuts(int n) {
      pageOuts = n;
      return this;
    }

    Weights resumes(int n) {
      resumes = n;
      return this;
    }

    Weights errors(int percent) {
      errors = percent;
      return this;
    }

    Weights room(int percent) {
      room = percent;
      return this;
    }

    Weights interrupts(int percent) {
      interrupts = percent;
      return this;
    }

    Weights lockmemory(int percent) {
      lockmemory = percent;
      return this;
    }
  }
}
