package umemtck.conformance.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.conformance.report.Kit;
import umemtck.conformance.serve.Server;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.session.Subject;
import umemtck.conformance.subject.Subjects;

/** {@code umem-tck serve}. */
@Command(
    name = "serve",
    description = "Offers a Java subject over the protocol, on standard input and output.",
    footerHeading = "%nExit status: ",
    footer = "0 at the end of the input; 2 for wrong usage.")
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--subject",
      paramLabel = "SUBJECT",
      description = "reference, reference:illumos, zoo:NAME, or java:CLASSPATH.")
  private String words = "reference";

  @Override
  public Integer call() throws IOException {
    Subject found = Subjects.find(words, new Subjects.Children(Kit.VERSION, 0, null)).subject();
    if (!(found instanceof JavaSubject java)) {
      throw UserError.usage(
          "--subject " + words + ": it speaks the protocol already.", "Serve one in Java.");
    }
    System.setOut(System.err); // What the subject prints must not be taken for a reply.
    new Server(
            java.subject(),
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out))
        .serve();
    return 0;
  }
}
