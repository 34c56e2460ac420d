package umemtck.tla.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tla2sany.semantic.AssumeNode;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.ITool;
import util.SimpleFilenameToStream;

/**
 * Runs TLC, and writes down what TLC itself says it was told to check: not what the {@code .cfg}
 * looks like, but what became of it.
 */
public final class TlcHost {
  private TlcHost() {}

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
    if (TLCGlobals.mainChecker != null) {
      new ObjectMapper().writeValue(new File(args[0]), checked(TLCGlobals.mainChecker.tool));
    }
    System.exit(EC.ExitStatus.errorConstantToExitStatus(error));
  }

  private static Map<String, Object> checked(ITool tool) {
    List<String> names = new ArrayList<>(Arrays.asList(tool.getInvNames()));
    int properties = 0;
    for (int i = 0; i < tool.getModelConfig().getProperties().size(); i++) {
      names.add(tool.getModelConfig().getProperties().elementAt(i).toString());
      properties++;
    }
    List<String> assumptions = new ArrayList<>();
    for (AssumeNode a : tool.getRootModule().getAssumptions()) {
      if (a.getDef() != null
          && a.getLocation().source().equals(tool.getRootModule().getName().toString())) {
        assumptions.add(a.getDef().getName().toString());
      }
    }
    int implied =
        tool.getImpliedActions().length
            + tool.getImpliedTemporals().length
            + tool.getImpliedInits().length;
    Map<String, Object> all = new TreeMap<>();
    all.put("checked", names);
    all.put("assumptions", assumptions);
    // A property that became nothing was not checked.
    all.put("hollow", properties > implied);
    return all;
  }
}
