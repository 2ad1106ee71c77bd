package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.verify.JarVerifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Takes plugins in over HTTP: to look at them, or to drop them into the folder. */
@Path("admin/plugins")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@SuppressWarnings("NullAway.Init") // the container does
public class UploadsResource {

  private static final int MOST_FILES = 16;

  @Inject JarVerifier verifier;
  @Inject Acts acts;
  @Inject Tongue tongue;

  @Inject
  @ConfigProperty(name = "hotdesk.plugins")
  java.util.Optional<String> folder;

  /** What was found of each file. */
  public record Verified(boolean ok, List<Report> files) {}

  /** Looks only. */
  @POST
  @Path("verify")
  @Operation(summary = "Looks at uploaded jars and tells what was checked; installs nothing.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "413")
  public Verified verify(List<EntityPart> parts) {
    return with(
        parts,
        (uploads, jars) -> {
          var reports = reports(jars);
          jars.forEach(jar -> Uploads.forget(jar.path()));
          acts.record("plugin.verify", names(reports), "");
          return new Verified(reports.stream().allMatch(Report::ok), reports);
        });
  }

  /** Looks, and drops what is sound; several files are one set: all of them or none. */
  @POST
  @Operation(
      summary = "Installs uploaded jars: all of them are sound and dropped together, or none is.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = Verified.class)))
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "409")
  @APIResponse(responseCode = "413")
  @APIResponse(responseCode = "422")
  public Response install(
      List<EntityPart> parts,
      @QueryParam("rollout") @DefaultValue("") String rollout,
      @QueryParam("percent") @DefaultValue("0") int percent) {
    var way = way(rollout, percent);
    return with(
        parts,
        (uploads, jars) -> {
          var reports = reports(jars);
          refuseUnsound(reports, jars);
          uploads.drop(jars, reports.stream().map(Report::dropName).toList(), way);
          reports.forEach(
              report ->
                  acts.record(
                      "plugin.install", report.plugin() + "@" + report.version(), report.sha256()));
          return Response.accepted(new Verified(true, reports)).build();
        });
  }

  /** As the file beside the jar says it. */
  private static String way(String rollout, int percent) {
    var isShare = percent >= 1 && percent <= 100;
    var share = percent == 0 ? "canary" : "canary " + percent;
    if (rollout.equals("canary") && (percent == 0 || isShare)) {
      return share;
    }
    if (rollout.equals("shadow") && (percent == 0 || isShare)) {
      return "shadow\n" + share;
    }
    if ((rollout.isEmpty() || rollout.equals("direct")) && percent == 0) {
      return rollout;
    }
    throw new ProblemException(
        400,
        "rollout is %s and percent %d; wanted direct, or canary or shadow with a percent from 1 to 100."
            .formatted(rollout.isEmpty() ? "missing" : rollout, percent));
  }

  private static void refuseUnsound(List<Report> reports, List<Uploads.Uploaded> jars) {
    var refused = reports.stream().filter(report -> !report.ok()).toList();
    var ids = reports.stream().map(Report::plugin).collect(Collectors.toSet());
    if (refused.isEmpty() && ids.size() == reports.size()) {
      return;
    }
    jars.forEach(jar -> Uploads.forget(jar.path()));
    throw new ProblemException(
        422,
        refused.isEmpty()
            ? "Two of the files are the same plugin; send one version of each."
            : refused.stream().map(Report::refusal).collect(Collectors.joining(" ")));
  }

  private List<Report> reports(List<Uploads.Uploaded> jars) {
    return jars.stream().map(jar -> Report.of(verifier, jar, tongue)).toList();
  }

  private <T> T with(List<EntityPart> parts, BiFunction<Uploads, List<Uploads.Uploaded>, T> work) {
    var files = parts.stream().filter(part -> part.getFileName().isPresent()).toList();
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw new ProblemException(
          400, "Wanted 1 to 16 jars, each as a file of multipart/form-data.");
    }
    var uploads = new Uploads(java.nio.file.Path.of(folder.orElse("plugins")));
    var jars = new ArrayList<Uploads.Uploaded>();
    try {
      for (var file : files) {
        jars.add(
            uploads.receive(
                name(file.getFileName().orElse("")), file.getContent(), verifier.limits().bytes()));
      }
      return work.apply(uploads, jars);
    } catch (RuntimeException e) {
      jars.forEach(jar -> Uploads.forget(jar.path()));
      throw e;
    }
  }

  /** For sentences only: it is dropped under a name of our own. */
  private static String name(String sent) {
    var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("\\p{Cntrl}", "");
    return plain.isBlank() ? "the file" : plain.substring(0, Math.min(plain.length(), 120));
  }

  private static String names(List<Report> reports) {
    return reports.stream().map(Report::file).collect(Collectors.joining(", "));
  }
}
