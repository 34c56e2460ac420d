package umemtck.conformance.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.util.Set;

/** The schemas that the kit ships. */
public final class Schemas {
  private Schemas() {}

  /** What of a file is not as its schema says. */
  public static Set<?> problems(String name, String json) {
    InputStream in = Schemas.class.getResourceAsStream("/umemtck/conformance/schema/" + name);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    return schema.validate(json, InputFormat.JSON);
  }
}
