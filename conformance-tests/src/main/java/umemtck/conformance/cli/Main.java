package umemtck.conformance.cli;

import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umemtck.conformance.UserError;
import umemtck.conformance.report.Kit;

/** {@code umem-tck}. */
@Command(
    name = "umem-tck",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    version = "umem-tck " + Kit.VERSION,
    description = "Who keeps the DDI umem contract, and what that contract is.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      ClausesCommand.class,
      ModelCommand.class,
      TraceCommand.class,
      SelftestCommand.class,
      DiffCommand.class,
      ServeCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Runnable {
  /** A fault of the kit. */
  static final int KIT = 70;

  // Kept: a logger that nobody holds forgets its level.
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(statusOf(() -> execute(args)));
  }

  /** Whatever escapes, also out of saying so, must not come out as 1: that is the contract's. */
  static int statusOf(IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (Throwable t) {
      try {
        return kitFault(t);
      } catch (Throwable again) {
        return KIT;
      }
    } finally {
      ExitGuard.off();
    }
  }

  /** Runs a command; returns its exit status. */
  static int execute(String... args) {
    JQWIK.setLevel(Level.WARNING);
    Console console = Console.ofProcess();
    return new CommandLine(new Main())
        .setOut(new java.io.PrintWriter(console.out(), true))
        .setErr(new java.io.PrintWriter(console.err(), true))
        .setExecutionExceptionHandler((e, cmd, parsed) -> failed(console, e))
        .setParameterExceptionHandler((e, unused) -> usage(console, e))
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  private static int usage(Console console, ParameterException e) {
    console.error("umem-tck: " + e.getMessage());
    console.error("  umem-tck " + commandOf(e) + "--help says what there is.");
    return UserError.USAGE;
  }

  private static String commandOf(ParameterException e) {
    CommandLine at = e.getCommandLine();
    return at.getParent() == null ? "" : at.getCommandName() + " ";
  }

  private static int failed(Console console, Exception e) {
    console.progressDone();
    if (e instanceof UserError error) {
      console.error("umem-tck: " + error.getMessage());
      return error.exit();
    }
    return kitFault(e);
  }

  /** Whatever nobody foresaw is never the subject's fault. */
  private static int kitFault(Throwable t) {
    Console console = Console.ofProcess();
    console.error("umem-tck: this is a fault of the kit, not of the subject.");
    console.error("  Please report it with the command, this text, and subject.log:");
    t.printStackTrace(console.err());
    return KIT;
  }
}
