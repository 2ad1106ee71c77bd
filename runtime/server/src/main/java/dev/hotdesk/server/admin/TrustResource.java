package dev.hotdesk.server.admin;

import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.trust.TrustTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Whose plugins may run. */
@Path("admin/trust")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class TrustResource {

  @Inject TrustTable table;
  @Inject Acts acts;
  @Inject Instance<PluginHost> hosts;

  /**
   * A signer to trust.
   *
   * @param name how to call them
   * @param certificate in PEM form; or else
   * @param fingerprint its SHA-256
   */
  public record SignerWish(
      @Nullable String name, @Nullable String certificate, @Nullable String fingerprint) {}

  /** What is held of a signer or a jar. */
  public record Held(
      String fingerprint,
      String kind,
      String standing,
      String name,
      Instant changed,
      String changed_by) {

    static Held of(TrustTable.Entry entry) {
      return new Held(
          entry.fingerprint(),
          word(entry.kind()),
          word(entry.standing()),
          entry.name(),
          entry.changed(),
          entry.by());
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Everything, and whether unsigned plugins may run: {@code allow} or {@code refuse}. */
  public record AllHeld(String unsigned, List<Held> entries) {}

  /** Everything. */
  @GET
  @Operation(summary = "Lists trusted and revoked signers, and revoked jars.")
  @APIResponse(responseCode = "200")
  public AllHeld all() {
    return new AllHeld(
        table.isUnsignedAllowed() ? "allow" : "refuse",
        table.all().stream().map(Held::of).toList());
  }

  /** Trusts a signer. */
  @POST
  @Operation(summary = "Trusts a signer, by certificate or fingerprint, from now on.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Held.class)))
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "409")
  public Response add(@Nullable SignerWish wish) {
    var name = wish == null || wish.name == null ? "" : wish.name.strip();
    if (name.isEmpty() || name.length() > 120) {
      throw new ProblemException(400, "A signer's name has 1 to 120 characters.");
    }
    var fingerprint =
        wish == null || wish.certificate == null || wish.certificate.isBlank()
            ? Fingerprints.read(wish == null ? null : wish.fingerprint)
            : Fingerprints.ofCertificate(wish.certificate);
    table.trust(fingerprint, name, acts.who());
    acts.record("trust.add", name, fingerprint);
    tellHost();
    return Response.status(201).entity(held(fingerprint, TrustTable.Kind.SIGNER)).build();
  }

  /** Revokes a signer or a jar. */
  @DELETE
  @Path("{fingerprint}")
  @Operation(
      summary =
          "Revokes a signer, or one jar with kind=jar: what it signed is refused from now on.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  public Held revoke(
      @PathParam("fingerprint") String typed,
      @QueryParam("kind") @DefaultValue("signer") String word) {
    var kind =
        switch (word) {
          case "signer" -> TrustTable.Kind.SIGNER;
          case "jar" -> TrustTable.Kind.JAR;
          default -> throw new ProblemException(400, "kind is " + word + "; wanted signer or jar.");
        };
    var fingerprint = Fingerprints.read(typed);
    table.revoke(fingerprint, kind, acts.who());
    acts.record("trust.revoke", fingerprint, word);
    tellHost();
    return held(fingerprint, kind);
  }

  private void tellHost() {
    if (hosts.isResolvable()) {
      hosts.get().trustChanged();
    }
  }

  private Held held(String fingerprint, TrustTable.Kind kind) {
    return table.all().stream()
        .filter(it -> it.fingerprint().equals(fingerprint) && it.kind() == kind)
        .map(Held::of)
        .findFirst()
        .orElseThrow(() -> new ProblemException(409, "It was changed at the same moment."));
  }
}
