package dev.hotdesk.server.notice;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.frame.Words;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.lookup.Lookups;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What supervisors tell many customers at once. */
@Path("staff/notices")
@RequestScoped
@RolesAllowed(Role.SUPERVISOR_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class NoticesResource {

  @Inject Notices notices;
  @Inject Lookups lookups;
  @Inject Event<Notice> told;
  @Inject HttpServletRequest request;

  @Resource(lookup = "concurrent/hotdesk")
  ManagedExecutorService executor;

  /** What is asked for. */
  public static class Wanted {
    /** The words. */
    public String text = "";

    /** The branch, the channel and the state whose sessions are meant; empty for all. */
    public String store = "";

    public String channel = "";
    public String state = "";
  }

  /** A notice as it is told. */
  public record Told(
      String id,
      String text,
      String by,
      Instant at,
      String store,
      String channel,
      String state,
      int reached,
      boolean done) {

    static Told of(Notice notice) {
      var audience = notice.audience();
      return new Told(
          notice.id(),
          notice.text(),
          notice.by(),
          notice.made(),
          audience.store(),
          audience.channel(),
          audience.state(),
          notice.reached(),
          notice.done());
    }
  }

  /** The latest ones. */
  public record Latest(List<Told> notices) {}

  /** What was told lately, and how far it has got. */
  @GET
  public Latest latest() {
    return new Latest(notices.latest().stream().map(Told::of).toList());
  }

  /** Tells everybody whom it is for. */
  @POST
  public Response tell(@Nullable Wanted wanted) {
    if (wanted == null || given(wanted.text).isBlank() || wanted.text.length() > Notices.MOST) {
      throw new ProblemException(400, "text: wanted 1 to " + Notices.MOST + " characters");
    }
    var notice =
        notices.take(
            Words.clean(wanted.text),
            request.getUserPrincipal().getName(),
            new Audience(given(wanted.store), given(wanted.channel), given(wanted.state)));
    executor.execute(notices::spread);
    told.fire(notice);
    lookups.changed(Lookups.NOTICES);
    return Response.status(202).entity(Told.of(notice)).build();
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}
