package umemtck.tla.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.Arrays;
import tlc2.TLC;
import tlc2.output.EC;
import util.SimpleFilenameToStream;

/** Runs TLC on MCJava.tla, and writes down what the Java model was asked and where it differs. */
public final class JavaModelHost {
  private JavaModelHost() {}

  /**
   * Runs TLC in the current folder.
   *
   * @param args the file to write, then TLC's own arguments
   */
  public static void main(String[] args) throws Exception {
    TLC tlc = new TLC();
    if (!tlc.handleParameters(Arrays.copyOfRange(args, 1, args.length))) {
      System.exit(1);
    }
    tlc.setResolver(new SimpleFilenameToStream(new File("").getAbsolutePath()));
    int error = tlc.process();
    new ObjectMapper().writeValue(new File(args[0]), JavaModel.found());
    System.exit(EC.ExitStatus.errorConstantToExitStatus(error));
  }
}
