/**
 * The contract as a pure model: an acceptor, so that what the contract leaves open stays open. Read
 * it beside the TLA+ modules; an action class here is the action of the same name there.
 */
package umemtck.reference.model;
