package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.access.Login;
import dev.hotdesk.server.access.LoginSessions;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.access.SocketCaller;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginGuardTest {

  private final OriginGuard guard = new OriginGuard();
  private String upgrade = "websocket";
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicReference<@Nullable Principal> passed = new AtomicReference<>();

  @Test
  void who_only_manages_the_house_may_not_read_chats() throws IOException, ServletException {
    knocks(Role.ADMIN);

    assertThat(refused).hasValue(403);
    assertThat(passed).hasValue(null);
  }

  @Test
  void operators_and_supervisors_come_in_as_who_can_be_asked_again()
      throws IOException, ServletException {
    for (var role : Set.of(Role.OPERATOR, Role.SUPERVISOR)) {
      passed.set(null);
      knocks(role);

      assertThat(passed.get()).isInstanceOf(SocketCaller.class);
      assertThat(refused).hasValue(0);
    }
  }

  @Test
  void who_does_not_knock_with_an_upgrade_is_told_to() throws IOException, ServletException {
    upgrade = "";

    knocks(Role.OPERATOR);

    assertThat(refused).hasValue(426);
    assertThat(passed).hasValue(null);
  }

  @SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
  private void knocks(Role role) throws IOException, ServletException {
    guard.origins = new Origins(Set.of());
    guard.sessions = new LoginSessions(new JdbcDataSource(), Clock.systemUTC());
    guard.doFilter(
        request(new Login(new Account("amy", "Amy", Set.of(role), false), "")),
        response(),
        (request, _) -> passed.set(((HttpServletRequest) request).getUserPrincipal()));
  }

  private HttpServletRequest request(Login login) {
    Principal principal = () -> login.account().login();
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            OriginGuardTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" ->
                      switch ((String) arguments[0]) {
                        case "Origin" -> "https://desk.example";
                        case "Upgrade" -> upgrade;
                        default -> "desk.example";
                      };
                  case "getServletPath", "getRequestURI" -> "/ws/operator";
                  case "getContextPath" -> "";
                  case "getUserPrincipal" -> principal;
                  case "getAttribute" -> login;
                  case "getCookies" ->
                      new Cookie[] {new Cookie(LoginSessions.COOKIE, "a".repeat(43))};
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            OriginGuardTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (_, method, arguments) -> {
              switch (method.getName()) {
                case "setStatus" -> refused.set((int) arguments[0]);
                case "getOutputStream" -> {
                  return nowhere();
                }
                case "setHeader", "setContentType", "setContentLength" -> {}
                default -> throw new UnsupportedOperationException(method.getName());
              }
              return null;
            });
  }

  private static ServletOutputStream nowhere() {
    return new ServletOutputStream() {
      @Override
      public void write(int oneByte) {}

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {}
    };
  }
}
