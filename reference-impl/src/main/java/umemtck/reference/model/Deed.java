package umemtck.reference.model;

/** What was done last that might change a usage: who is to blame if a read-out is wrong. */
enum Deed {
  NOTHING,
  OVERLAPPED,
  LOCKED,
  DENIED,
  DENIED_BY_ZONE,
  FAILED,
  REFUSED,
  UNLOCKED,
  FREED,
  QUEUED,
  SETTLED,
  MOVED,
  MOVE_DENIED,
  ZONE_ENTERED,
  EXITED,
  MLOCKED,
  LIMITED,
  LIMIT_LOWERED,
  ALLOCATED,
  CALLED_BACK,
  SET_UP
}
