package tlc2.overrides;

import umemtck.tla.host.Overridden;

/**
 * TLC looks for operators written in Java under this name, and under no other. Which there are
 * depends on what TLC is used for.
 */
public final class TLCOverrides implements ITLCOverrides {
  @Override
  @SuppressWarnings("rawtypes")
  public Class[] get() {
    return Overridden.classes();
  }
}
