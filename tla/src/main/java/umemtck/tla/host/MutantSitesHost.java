package umemtck.tla.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;
import umemtck.tla.mutants.Found;
import umemtck.tla.mutants.Mutant;
import umemtck.tla.mutants.Sought;
import util.SimpleFilenameToStream;
import util.ToolIO;

/** Lists the mutants of the definitions that the steps of a specification reach. */
public final class MutantSitesHost {
  private final Set<String> modules;
  private final Set<OpDefNode> reached = new LinkedHashSet<>();
  private final Map<String, List<String>> texts = new HashMap<>();

  private MutantSitesHost(Set<String> modules) {
    this.modules = modules;
  }

  /**
   * Lists the mutants in the current folder.
   *
   * @param args a list of {@link Sought}, and the file to write, a list of {@link Found}
   */
  public static void main(String[] args) throws Exception {
    List<Found> all = new ArrayList<>();
    for (Sought s : new ObjectMapper().readValue(new File(args[0]), Sought[].class)) {
      all.add(found(s));
    }
    new ObjectMapper().writeValue(new File(args[1]), all);
  }

  private static Found found(Sought sought) throws Exception {
    SpecObj spec = spec(sought.root());
    if (!parsed(spec)) {
      throw new IllegalStateException(sought.root() + " does not parse");
    }
    MutantSitesHost host = new MutantSitesHost(new LinkedHashSet<>(sought.modules()));
    ModuleNode root = spec.getExternalModuleTable().getRootModule();
    for (String name : sought.steps()) {
      OpDefNode start = root.getOpDef(name);
      if (start != null) {
        host.reach(start);
      }
    }
    return new Found(
        sought.root(),
        new ArrayList<>(new TreeSet<>(spec.getModuleNames())),
        host.mutants(sought.modules()));
  }

  private static SpecObj spec(String root) {
    ToolIO.out = new PrintStream(OutputStream.nullOutputStream());
    return new SpecObj(root, new SimpleFilenameToStream(new File("").getAbsolutePath()));
  }

  private static boolean parsed(SpecObj spec) {
    try {
      return SANY.frontEndMain(spec, spec.getName(), ToolIO.out) == 0
          && spec.getErrorLevel() == 0
          && spec.getParseErrors().isSuccess()
          && spec.getSemanticErrors().isSuccess();
    } catch (FrontEndException e) {
      return false;
    }
  }

  /** Whether a module, with all that it extends, is TLA+. */
  static boolean parses(String root) {
    return parsed(spec(root));
  }

  private void reach(SemanticNode node) {
    if (node instanceof OpDefNode d && !d.isBuiltIn() && !reached.add(d)) {
      return;
    }
    if (node instanceof OpApplNode appl && appl.getOperator() instanceof OpDefNode d) {
      reach(d);
    }
    SemanticNode[] children = node.getChildren();
    for (SemanticNode child : children == null ? new SemanticNode[0] : children) {
      if (child != null) {
        reach(child);
      }
    }
  }

  /** In the order of the modules, and from the top in each. */
  private List<Mutant> mutants(List<String> order) throws IOException {
    Map<String, Map<Location, OpDefNode>> byModule = new TreeMap<>();
    for (OpDefNode d : reached) {
      String module = d.getLocation().source();
      if (modules.contains(module) && isTop(d)) {
        byModule.computeIfAbsent(module, m -> new TreeMap<>()).put(d.getLocation(), d);
      }
    }
    List<Mutant> all = new ArrayList<>();
    for (String module : order) {
      for (OpDefNode d : byModule.getOrDefault(module, new LinkedHashMap<>()).values()) {
        all.addAll(of(module, d));
      }
    }
    return all;
  }

  /** Not one of a LET, which is found with the definition that it is in. */
  private static boolean isTop(OpDefNode d) {
    return d.getOriginallyDefinedInModuleNode().getOpDef(d.getName()) == d;
  }

  private List<Mutant> of(String module, OpDefNode d) throws IOException {
    List<Sites.Edit> edits = new ArrayList<>(Sites.of(d));
    edits.sort(
        Comparator.comparingInt((Sites.Edit e) -> e.at().beginLine())
            .thenComparingInt(e -> e.at().beginColumn())
            .thenComparingInt(e -> -e.at().endLine())
            .thenComparingInt(e -> -e.at().endColumn())
            .thenComparing(Sites.Edit::kind));
    List<Mutant> all = new ArrayList<>();
    for (Sites.Edit e : edits) {
      String name = d.getName().toString();
      all.add(
          new Mutant(
              module + "/" + name + "/" + (all.size() + 1) + "-" + e.kind(),
              module,
              name,
              e.kind(),
              e.at().beginLine(),
              e.at().beginColumn(),
              e.at().endLine(),
              e.at().endColumn(),
              text(module, e.shown()),
              e.after()));
    }
    return all;
  }

  private String text(String module, Location at) throws IOException {
    List<String> lines = texts.get(module);
    if (lines == null) {
      lines = Files.readAllLines(Path.of(module + ".tla"));
      texts.put(module, lines);
    }
    StringBuilder text = new StringBuilder();
    for (int n = at.beginLine(); n <= at.endLine(); n++) {
      String line = lines.get(n - 1);
      int to = n == at.endLine() ? at.endColumn() : line.length();
      int from = n == at.beginLine() ? at.beginColumn() - 1 : 0;
      text.append(line.substring(from, to).replaceAll("\\\\\\* .*", "")).append(' ');
    }
    return text.toString().replaceAll("\\s+", " ").trim();
  }
}
