package umemtck.reference.model;

import umemtck.spec.ddi.Holder;

/**
 * What a control is set to.
 *
 * @param of PROJECT or ZONE
 * @param id which
 * @param bytes unsigned; all ones: unlimited
 */
record Limit(Holder of, long id, long bytes) {}
