package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Puts on record what the present request does. */
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container does
public class Acts {

  @Inject Audit audit;
  @Inject HttpServletRequest request;

  /** Who acts: a login, with the token's name if a program acts for them. */
  public String who() {
    return request.getUserPrincipal().getName();
  }

  /** Adds an act to the trail. */
  public void record(String what, String on, String detail) {
    audit.add(who(), what, on, detail);
  }
}
