package tlc2.overrides;

import umemtck.tla.host.JavaModel;

/**
 * TLC looks for operators written in Java under this name, and under no other. They are in {@link
 * JavaModel}.
 */
public final class TLCOverrides implements ITLCOverrides {
  @Override
  @SuppressWarnings("rawtypes")
  public Class[] get() {
    return new Class[] {JavaModel.class};
  }
}
