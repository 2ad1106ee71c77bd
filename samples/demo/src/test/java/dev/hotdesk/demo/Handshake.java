package dev.hotdesk.demo;

import dev.hotdesk.bench.client.Web;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A WebSocket handshake to any address, however odd, as no well-behaved client would send it. */
final class Handshake {

  private Handshake() {}

  /** The status that it is answered with. */
  static int status(Web web, String path, Map<String, String> headers) {
    var request =
        new StringBuilder("GET %s HTTP/1.1\r\n".formatted(path))
            .append("Host: %s\r\n".formatted(web.base().getAuthority()))
            .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
            .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    headers.forEach((name, value) -> request.append("%s: %s\r\n".formatted(name, value)));
    try (var socket = new Socket(web.base().getHost(), web.base().getPort())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(String.valueOf(answer.readLine()).split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException("GET " + path + ": " + e, e);
    }
  }
}
