package umemtck.conformance.session;

import java.util.Arrays;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Matched;
import umemtck.spec.subject.Transfers;
import umemtck.spec.subject.UmemIosetup;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.UserFault;
import umemtck.spec.subject.UserMemory;

/** The calls of a booted subject that are about bufs and the memory of processes, by record. */
final class BufMachine {
  private final UmemIosetup iosetup;
  private final Transfers transfers;
  private final UserMemory user;

  BufMachine(UmemSystem system) {
    iosetup = system.iosetup().orElse(null);
    transfers = system.world().transfers().orElse(null);
    user = system.world().userMemory().orElse(null);
  }

  /** Makes a call; null if it is about something else. */
  Outcome answer(Call call) {
    if (call instanceof Call.UmemIosetup c) {
      return new Outcome.SetUp(
          iosetup.ddi_umem_iosetup(
              c.cookie(),
              c.off(),
              c.len(),
              c.direction(),
              c.dev(),
              c.blkno(),
              c.iodone(),
              c.sleepflag()));
    }
    if (call instanceof Call.Freerbuf c) {
      iosetup.freerbuf(c.buf());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.GetBuf c) {
      return Outcome.Fields.of(iosetup.fields(c.buf()));
    }
    if (call instanceof Call.Strategy c) {
      return strategy(c);
    }
    try {
      return touched(call);
    } catch (UserFault fault) {
      return new Outcome.Signalled(fault.signal());
    }
  }

  /** What an application does; null if it is something else. */
  private Outcome touched(Call call) {
    if (call instanceof Call.UserFill c) {
      byte[] bytes = new byte[Math.toIntExact(c.len())];
      Arrays.fill(bytes, (byte) c.value());
      user.store(c.proc(), c.addr(), bytes);
      return Outcome.Done.INSTANCE;
    }
    return call instanceof Call.UserMatches c
        ? matched(user.load(c.proc(), c.addr(), Math.toIntExact(c.len())), c.value())
        : null;
  }

  private Outcome strategy(Call.Strategy c) {
    var fields = iosetup.fields(c.buf());
    int count = Math.toIntExact(fields.count());
    if ((fields.flags() & BufFlag.B_READ) == 0) {
      byte[] bytes = transfers.write(c.buf());
      if (bytes.length != count) {
        throw new IndexOutOfBoundsException(
            "the device was given " + bytes.length + " bytes of a buf of " + count);
      }
      return matched(bytes, c.value());
    }
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) c.value());
    transfers.read(c.buf(), bytes);
    return Matched.ALL;
  }

  /** What a comparison of bytes with one value finds. */
  static Matched matched(byte[] bytes, int value) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != (byte) value) {
        return new Matched(i, bytes[i] & 0xff);
      }
    }
    return Matched.ALL;
  }
}
