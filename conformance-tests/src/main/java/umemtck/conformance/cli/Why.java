package umemtck.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What libraries say of a file, in words for somebody who does not know them. */
final class Why {
  private static final Pattern MISSING = Pattern.compile("creator property '(\\w+)'");

  private Why() {}

  static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    boolean says = e instanceof FileSystemException f && f.getReason() != null;
    return says ? ((FileSystemException) e).getReason() : e.getClass().getSimpleName();
  }

  static String of(JsonProcessingException e) {
    String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    Matcher missing = MISSING.matcher(e.getOriginalMessage());
    if (e instanceof UnrecognizedPropertyException unknown) {
      return where + "no field '" + unknown.getPropertyName() + "' belongs there";
    }
    if (e instanceof InvalidTypeIdException type) {
      return where + "no step is called '" + type.getTypeId() + "'";
    }
    if (missing.find()) {
      return where + "the field '" + missing.group(1) + "' is missing or null";
    }
    return e instanceof MismatchedInputException
        ? where + "it is empty, or something else stands there than should"
        : where + e.getOriginalMessage().lines().findFirst().orElse("not JSON");
  }

  static String of(YAMLException e) {
    return e instanceof MarkedYAMLException m && m.getProblemMark() != null
        ? "line " + (m.getProblemMark().getLine() + 1) + ": " + m.getProblem()
        : e.getMessage();
  }
}
