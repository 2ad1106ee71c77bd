package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.Web;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that no HTTP client of any library would send. */
public final class OddRequests {

  private static final int MILLIS = 2_000;

  private OddRequests() {}

  /** By what is odd about them. */
  public static Map<String, String> of(Web web, String origin) {
    var host = "Host: " + web.base().getAuthority();
    var page = "Origin: " + origin;
    var upgrade = "Upgrade: websocket\r\nConnection: Upgrade";
    var key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    var door = "GET /ws/customer HTTP/1.1";
    var all = new LinkedHashMap<String, String>();
    all.put("no key", request(door, host, page, upgrade, "Sec-WebSocket-Version: 13"));
    all.put("no version", request(door, host, page, upgrade, key));
    all.put(
        "a version to come", request(door, host, page, upgrade, key, "Sec-WebSocket-Version: 99"));
    all.put(
        "a version that is none",
        request(door, host, page, upgrade, key, "Sec-WebSocket-Version: x"));
    all.put(
        "a handshake by POST",
        request(
            "POST /ws/customer HTTP/1.1",
            host,
            page,
            upgrade,
            key,
            "Sec-WebSocket-Version: 13",
            "Content-Length: 0"));
    all.put(
        "a handshake where no door is",
        request("GET /ws/nobody HTTP/1.1", host, page, upgrade, key, "Sec-WebSocket-Version: 13"));
    all.put(
        "another protocol", request(door, host, page, "Upgrade: h2c\r\nConnection: Upgrade", key));
    all.put(
        "a handshake of HTTP/1.0",
        request(
            "GET /ws/customer HTTP/1.0", host, page, upgrade, key, "Sec-WebSocket-Version: 13"));
    all.put("no address", request("GET  HTTP/1.1", host));
    all.put("no method", request(" /nowhere HTTP/1.1", host));
    all.put("a method of nobody", request("DANCE /nowhere HTTP/1.1", host));
    all.put("TRACE", request("TRACE /nowhere HTTP/1.1", host));
    all.put("no host", request("GET /nowhere HTTP/1.1"));
    all.put("a version of nobody", request("GET /nowhere HTTP/7.3", host));
    all.put("a zero in the address", request("GET /%00 HTTP/1.1", host));
    all.put("a path to elsewhere", request("GET /../../../etc/passwd HTTP/1.1", host));
    all.put(
        "an address that is too long", request("GET /" + "a".repeat(70_000) + " HTTP/1.1", host));
    all.put(
        "a header that is too long",
        request("GET /nowhere HTTP/1.1", host, "X: " + "a".repeat(70_000)));
    all.put(
        "a thousand headers",
        request("GET /nowhere HTTP/1.1", host, "X: a\r\n".repeat(999) + "X: a"));
    all.put(
        "a length below zero",
        request("POST /api/customer/token HTTP/1.1", host, page, "Content-Length: -1"));
    all.put(
        "a length that is none",
        request("POST /api/customer/token HTTP/1.1", host, page, "Content-Length: x"));
    all.put(
        "two lengths",
        request(
                "POST /api/customer/token HTTP/1.1",
                host,
                page,
                "Content-Length: 2",
                "Content-Length: 3")
            + "{}x");
    all.put(
        "pieces that are none",
        request("POST /api/customer/token HTTP/1.1", host, page, "Transfer-Encoding: chunked")
            + "zz\r\n{}\r\n0\r\n\r\n");
    all.put(
        "less than it promised",
        request("POST /api/customer/token HTTP/1.1", host, page, "Content-Length: 900") + "{}");
    return all;
  }

  private static String request(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /** All that the server says until it hangs up or is silent. */
  public static String ask(Web web, String request) {
    var told = new ByteArrayOutputStream();
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(web.base().getHost(), web.base().getPort()), MILLIS);
      socket.setSoTimeout(MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().transferTo(told);
    } catch (IOException _) {
      // It hung up, or said nothing more: what it said before counts.
    }
    return told.toString(StandardCharsets.ISO_8859_1);
  }
}
