package umemtck.reference.model;

import umemtck.spec.ddi.FaultyStep;

/**
 * A failure that is still to come.
 *
 * @param step which fails
 * @param errno with what
 * @param sure whether nobody can have met it yet
 */
record Planted(FaultyStep step, int errno, boolean sure) {}
