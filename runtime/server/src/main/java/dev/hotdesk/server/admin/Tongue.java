package dev.hotdesk.server.admin;

import dev.hotdesk.api.Language;
import dev.hotdesk.wording.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Locale;

/** Says things in the language that the client accepts best; in English if it accepts neither. */
@RequestScoped
@SuppressWarnings("NullAway.Init") // the container does
public class Tongue {

  @Inject HttpServletRequest request;

  /** What the runtime says about a plugin, for whoever asks. */
  public String tell(String english) {
    return english.isEmpty() ? english : Wording.of(english).in(language());
  }

  private Language language() {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Language.EN;
    }
    for (var locale : Collections.list(request.getLocales())) {
      if (locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
        return Language.ZH;
      }
      if (locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
        return Language.EN;
      }
    }
    return Language.EN;
  }
}
