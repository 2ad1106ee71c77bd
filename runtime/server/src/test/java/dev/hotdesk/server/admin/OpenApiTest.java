package dev.hotdesk.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** The document that is served says what the resources offer, no more and no less. */
class OpenApiTest {

  private static final java.nio.file.Path KEPT =
      java.nio.file.Path.of("src/main/resources/dev/hotdesk/server/admin/openapi.json");
  private static final Pattern THROWN = Pattern.compile("new ProblemException\\(\\s*(\\d{3})");

  @Test
  void the_document_is_what_the_resources_offer() throws IOException {
    var made = pretty(OpenApiDocument.of(resources()));
    var written = java.nio.file.Path.of("target/openapi.json");
    Files.writeString(written, made);

    assertThat(Files.readString(KEPT))
        .as("The resources have changed: look at target/openapi.json, and copy it to %s", KEPT)
        .isEqualTo(made);
  }

  @Test
  void every_operation_is_told_in_a_sentence() {
    var paths = OpenApiDocument.of(resources()).getJsonObject("paths");
    for (var path : paths.values()) {
      for (var operation : path.asJsonObject().values()) {
        assertThat(operation.asJsonObject().getString("summary"))
            .as(operation.asJsonObject().getString("operationId"))
            .endsWith(".");
      }
    }
  }

  @Test
  void every_refusal_in_the_code_is_declared() throws IOException {
    for (var resource : resources()) {
      var source =
          Files.readString(
              java.nio.file.Path.of(
                  "src/main/java/" + resource.getName().replace('.', '/') + ".java"));
      var thrown =
          THROWN.matcher(source).results().map(it -> it.group(1)).collect(Collectors.toSet());
      var declared =
          Arrays.stream(resource.getDeclaredMethods())
              .flatMap(it -> Arrays.stream(it.getAnnotationsByType(APIResponse.class)))
              .map(APIResponse::responseCode);
      var everywhere = Stream.of("401", "403");

      assertThat(Stream.concat(declared, everywhere).collect(Collectors.toSet()))
          .as(resource.getSimpleName())
          .containsAll(thrown);
    }
  }

  private static List<Class<?>> resources() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.hotdesk.server")
            .stream()
            .filter(it -> it.isAnnotatedWith(Path.class))
            .<Class<?>>map(JavaClass::reflect)
            .filter(it -> it.getAnnotation(Path.class).value().startsWith("admin"))
            .toList();
  }

  private static String pretty(JsonObject document) {
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(document);
    }
    return text.toString().strip() + "\n";
  }
}
