package dev.hotdesk.server.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Writes down what resource classes offer, as OpenAPI 3.1 has it. */
final class OpenApiDocument {

  private static final Map<Class<? extends Annotation>, String> VERBS =
      Map.of(GET.class, "get", POST.class, "post", PUT.class, "put", DELETE.class, "delete");

  private final OpenApiSchemas schemas = new OpenApiSchemas();
  private final TreeMap<String, TreeMap<String, JsonObject>> paths = new TreeMap<>();

  /** Everything that these classes offer. */
  static JsonObject of(List<Class<?>> resources) {
    var document = new OpenApiDocument();
    resources.stream().sorted(Comparator.comparing(Class::getName)).forEach(document::add);
    return document.json();
  }

  private JsonObject json() {
    var all = Json.createObjectBuilder();
    paths.forEach(
        (path, verbs) -> {
          var operations = Json.createObjectBuilder();
          verbs.forEach(operations::add);
          all.add(path, operations);
        });
    var token = Json.createObjectBuilder().add("type", "http").add("scheme", "bearer");
    var cookie =
        Json.createObjectBuilder()
            .add("type", "apiKey")
            .add("in", "cookie")
            .add("name", "hotdesk_session")
            .add(
                "description",
                "A change also wants the header X-Hotdesk-CSRF with what the log-in gave.");
    return Json.createObjectBuilder()
        .add("openapi", "3.1.0")
        .add(
            "info",
            Json.createObjectBuilder()
                .add("title", "Hotdesk administration")
                .add("version", "1")
                .add("license", Json.createObjectBuilder().add("name", "Apache-2.0")))
        .add(
            "servers", Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", "/api")))
        .add(
            "security",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("token", Json.createArrayBuilder()))
                .add(Json.createObjectBuilder().add("login", Json.createArrayBuilder())))
        .add("paths", all)
        .add(
            "components",
            Json.createObjectBuilder()
                .add("schemas", schemas.json())
                .add(
                    "securitySchemes",
                    Json.createObjectBuilder().add("login", cookie).add("token", token)))
        .build();
  }

  private void add(Class<?> resource) {
    var root = resource.getAnnotation(Path.class).value();
    for (var method : resource.getDeclaredMethods()) {
      VERBS.forEach(
          (annotation, verb) -> {
            if (method.isAnnotationPresent(annotation)) {
              var below = method.getAnnotation(Path.class);
              var path = "/" + root + (below == null ? "" : "/" + below.value());
              paths
                  .computeIfAbsent(path, _ -> new TreeMap<>())
                  .put(verb, operation(resource, method));
            }
          });
    }
  }

  private JsonObject operation(Class<?> resource, Method method) {
    var told = method.getAnnotation(Operation.class);
    var operation =
        Json.createObjectBuilder()
            .add(
                "operationId",
                resource.getSimpleName().replace("Resource", "") + "." + method.getName())
            .add("summary", told == null ? "" : told.summary());
    var parameters = Json.createArrayBuilder();
    for (var parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(PathParam.class)
          || parameter.isAnnotationPresent(QueryParam.class)) {
        parameters.add(parameter(parameter));
      } else {
        operation.add("requestBody", body(parameter));
      }
    }
    return operation.add("parameters", parameters).add("responses", responses(method)).build();
  }

  private JsonObjectBuilder parameter(Parameter parameter) {
    var path = parameter.getAnnotation(PathParam.class);
    var query = parameter.getAnnotation(QueryParam.class);
    var schema = Json.createObjectBuilder(schemas.of(parameter.getAnnotatedType()));
    var otherwise = parameter.getAnnotation(DefaultValue.class);
    if (otherwise != null) {
      schema.add("default", otherwise.value());
    }
    return Json.createObjectBuilder()
        .add("name", path != null ? path.value() : query.value())
        .add("in", path != null ? "path" : "query")
        .add("required", path != null)
        .add("schema", schema);
  }

  private JsonObjectBuilder body(Parameter parameter) {
    if (List.class.isAssignableFrom(parameter.getType())) {
      var file = Json.createObjectBuilder().add("type", "string").add("format", "binary");
      var files = Json.createObjectBuilder().add("type", "array").add("items", file);
      var form =
          Json.createObjectBuilder()
              .add("type", "object")
              .add("properties", Json.createObjectBuilder().add("jar", files));
      return content("multipart/form-data", form.build());
    }
    return content("application/json", schemas.of(parameter.getAnnotatedType()));
  }

  private JsonObjectBuilder responses(Method method) {
    var responses = Json.createObjectBuilder();
    var problem = content("application/problem+json", schemas.reference(ProblemBody.class));
    var codes =
        Stream.concat(
                Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                    .map(APIResponse::responseCode),
                Stream.of("401", "403"))
            .distinct()
            .sorted()
            .toList();
    for (var code : codes) {
      if (code.startsWith("2")) {
        responses.add(code, success(method));
      } else {
        responses.add(
            code,
            Json.createObjectBuilder(problem.build()).add("description", "The reason is told."));
        problem = content("application/problem+json", schemas.reference(ProblemBody.class));
      }
    }
    return responses;
  }

  private JsonObjectBuilder success(Method method) {
    var type = method.getReturnType();
    var declared =
        Arrays.stream(method.getAnnotationsByType(APIResponse.class))
            .flatMap(it -> Arrays.stream(it.content()))
            .map(it -> it.schema().implementation())
            .findFirst();
    var isBare = type == void.class || (type == Response.class && declared.isEmpty());
    var told =
        isBare
            ? Json.createObjectBuilder()
            : declared
                .map(it -> content("application/json", schemas.reference(it)))
                .orElseGet(
                    () -> content("application/json", schemas.of(method.getAnnotatedReturnType())));
    return told.add("description", "Done.");
  }

  private static JsonObjectBuilder content(String type, JsonObject schema) {
    return Json.createObjectBuilder()
        .add(
            "content",
            Json.createObjectBuilder().add(type, Json.createObjectBuilder().add("schema", schema)));
  }

  /** How faults are told. */
  record ProblemBody(String title, int status, String detail) {}
}
