package dev.hotdesk.bench.fault;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.RawSocket;
import dev.hotdesk.bench.client.Token;
import dev.hotdesk.bench.client.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clients that do to a socket what no sound client does. Each has a customer of its own. */
public final class BadManners {

  private static final int SILENCE = 1_500;
  private static final int BINARY = 0x82;
  private static final int TEXT = 0x81;
  private static final int PART_OF_TEXT = 0x01;
  private static final int REST = 0x80;
  private static final int PING = 0x89;
  private static final int RESERVED = 0x83;
  private static final int COMPRESSED = 0xC1;

  private final Web web;
  private final String origin;

  /** Towards this server, from this page. */
  public BadManners(Web web, String origin) {
    this.web = web;
    this.origin = origin;
  }

  /** What one of them does; the server's answer, whatever it is, is no fault. */
  public interface Deed {
    /** Does it. */
    void to(RawSocket socket, Token token) throws IOException;
  }

  /**
   * One of them.
   *
   * @param name what is done
   */
  public record Rude(String name, Deed deed) {}

  /** Bytes that are no frames of the protocol, or of WebSockets. */
  public static List<Rude> garbage() {
    var all = new ArrayList<Rude>();
    all.add(new Rude("binary", (to, _) -> to.send(RawSocket.frame(BINARY, new byte[] {1, 2, 3}))));
    all.add(
        new Rude(
            "not UTF-8",
            (to, _) -> to.send(RawSocket.frame(TEXT, new byte[] {'{', (byte) 0xC3, 0x28, '}'}))));
    all.add(
        new Rude(
            "GBK",
            (to, _) ->
                to.send(
                    RawSocket.frame(
                        TEXT,
                        "{\"type\":\"say\",\"id\":\"c-1\",\"text\":\"你好\"}"
                            .getBytes(java.nio.charset.Charset.forName("GBK"))))));
    all.add(
        new Rude(
            "UTF-16",
            (to, _) ->
                to.send(
                    RawSocket.frame(
                        TEXT, "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_16)))));
    all.add(new Rude("not masked", (to, _) -> to.send(new byte[] {(byte) TEXT, 2, '{', '}'})));
    all.add(
        new Rude("reserved opcode", (to, _) -> to.send(RawSocket.frame(RESERVED, new byte[4]))));
    all.add(
        new Rude(
            "compressed without agreement",
            (to, _) -> to.send(RawSocket.frame(COMPRESSED, new byte[8]))));
    all.add(
        new Rude("a rest without a begin", (to, _) -> to.send(RawSocket.frame(REST, new byte[4]))));
    all.add(new Rude("a long ping", (to, _) -> to.send(RawSocket.frame(PING, new byte[4_000]))));
    all.add(new Rude("random bytes", (to, _) -> to.send(random(4_096))));
    all.add(new Rude("HTTP", (to, _) -> to.send(bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))));
    return all;
  }

  /** Frames that are too long, never end, or come in too many parts. */
  public static List<Rude> oversize() {
    return List.of(
        new Rude("a megabyte", (to, _) -> to.send(RawSocket.frame(TEXT, filled(1_000_000)))),
        new Rude("17 KiB", (to, _) -> to.send(RawSocket.frame(TEXT, filled(17 * 1024)))),
        new Rude(
            "the promise of nine exabytes",
            (to, _) ->
                to.send(
                    new byte[] {
                      (byte) TEXT, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 'x'
                    })),
        new Rude(
            "half a frame",
            (to, _) -> {
              var whole = RawSocket.frame(TEXT, filled(2_000));
              to.send(Arrays.copyOf(whole, whole.length / 2));
            }),
        new Rude(
            "text in thousands of parts",
            (to, _) -> {
              for (int i = 0; i < 5_000; i++) {
                to.send(RawSocket.frame(i == 0 ? PART_OF_TEXT : 0, new byte[] {'x'}));
              }
            }));
  }

  /** Places in the log that nobody can have seen. */
  public static List<Rude> absurdResumes() {
    return List.of(
            "1000000",
            "9223372036854775807",
            "-1",
            "1e308",
            "99999999999999999999999999",
            "0.5",
            "\"7\"",
            "null",
            "[]",
            "{}",
            "true",
            "-9223372036854775808")
        .stream()
        .map(
            after ->
                new Rude(
                    "resume after " + after,
                    (to, token) -> {
                      to.say(
                          "{\"type\":\"hello\",\"token\":\"%s\",\"after\":%s}"
                              .formatted(token.token(), after));
                      to.say("{\"type\":\"say\",\"id\":\"c-1\",\"text\":\"hello\"}");
                    }))
        .toList();
  }

  /** Says far more than anybody may, and reads nothing of what comes. */
  public static Rude fastAndDeaf(int frames) {
    return new Rude(
        "reads nothing, sends fast",
        (to, token) -> {
          to.say(Frame.of("hello", "token", token.token(), "after", 0).toString());
          for (int i = 0; i < frames; i++) {
            to.say(Frame.of("say", "id", "f-" + i, "text", "x".repeat(500)).toString());
          }
        });
  }

  /** One of them comes, misbehaves, and looks what is said to it; gives what that was. */
  public String meet(Rude rude) {
    var token = Token.fetch(web, origin, "");
    try (var socket = open()) {
      if (!rude.name.startsWith("resume") && !rude.name.startsWith("reads")) {
        socket.say(Frame.of("hello", "token", token.token(), "after", 0).toString());
      }
      rude.deed.to(socket, token);
      return new String(socket.readToEnd(SILENCE), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "hung up"; // that is an answer, too
    }
  }

  private RawSocket open() {
    try {
      return RawSocket.open(web.socket("/ws/customer"), "Origin: " + origin);
    } catch (IOException e) {
      throw new UncheckedIOException("No socket for somebody rude", e);
    }
  }

  private static byte[] filled(int many) {
    var text = new byte[many];
    Arrays.fill(text, (byte) 'a');
    return text;
  }

  private static byte[] random(int many) {
    var bytes = new byte[many];
    java.util.concurrent.ThreadLocalRandom.current().nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
