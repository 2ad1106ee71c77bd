package dev.hotdesk.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where Hotdesk is and what opens it: {@code HOTDESK_URL} and {@code HOTDESK_TOKEN}, or else what
 * {@code hotdesk login} left in a file that only its owner may read.
 *
 * @param url of the server
 * @param token what opens it, if there is one
 * @param file where a login is kept
 */
record Credentials(URI url, Optional<String> token, Path file) {

  private static final String USUAL = "http://localhost:9080";

  static Credentials of(Map<String, String> environment) {
    var file = file(environment);
    var kept = kept(file);
    var url = variable(environment, "HOTDESK_URL").or(() -> kept.map(Kept::url)).orElse(USUAL);
    var address = address(url);
    return new Credentials(
        address,
        variable(environment, "HOTDESK_TOKEN")
            .or(() -> kept.filter(it -> address(it.url).equals(address)).map(Kept::token)),
        file);
  }

  static URI address(String typed) {
    try {
      var url = URI.create(typed.replaceFirst("/+$", ""));
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw new RefusedException(0, Texts.text("bad-url", typed));
  }

  /** Keeps a token; nobody but its owner can ever read the file. */
  void keep(String id, String token) {
    var json =
        Json.createObjectBuilder()
            .add("url", url.toString())
            .add("id", id)
            .add("token", token)
            .build();
    var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(unfinished);
      try (var out =
          Files.newByteChannel(
              unfinished,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownersOnly())) {
        out.write(java.nio.charset.StandardCharsets.UTF_8.encode(json + "\n"));
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the token that is kept is called at the server. */
  Optional<String> keptId() {
    return kept(file).map(Kept::id);
  }

  /** Forgets the token that is kept; whether there was one. */
  boolean forget() {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Path file(Map<String, String> environment) {
    var folder =
        variable(environment, "XDG_CONFIG_HOME")
            .map(Path::of)
            .orElseGet(
                () ->
                    Path.of(
                        variable(environment, "HOME").orElse(System.getProperty("user.home")),
                        ".config"));
    return folder.resolve("hotdesk").resolve("credentials.json");
  }

  private static Optional<Kept> kept(Path file) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      var json = reader.readObject();
      return Optional.of(
          new Kept(json.getString("url"), json.getString("id", ""), json.getString("token")));
    } catch (IOException | JsonException | NullPointerException e) {
      throw new RefusedException(0, Texts.text("bad-credentials", file));
    }
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private record Kept(String url, String id, String token) {}
}
