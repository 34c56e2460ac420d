package umemtck.conformance.session;

import umemtck.conformance.plan.Plan;

/**
 * What a guide had done to one machine.
 *
 * @param plan does the same without the guide
 * @param trial what was seen
 */
public record Led(Plan plan, Trial trial) {}
