package dev.hotdesk.bench.site;

import dev.hotdesk.launcher.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The release that was built, with one more step of the schema in it, as a later one would have.
 * All else is the same program.
 */
public final class NextRelease {

  private static final String SERVER = "usr/servers/hotdesk";
  private static final String STEP =
      """
      -- What a release adds before it needs it: the one before goes on writing beside it.
      alter table conversation add column of_next_release varchar(32) default 'unknown' not null;
      alter table log_entry add column of_next_release bigint;
      create table next_release (id bigint not null primary key, word varchar(64) not null);
      create index next_release_by_word on next_release (word);
      insert into next_release (id, word) values (1, 'came with the next release');
      """;

  private final Path home;

  private NextRelease(Path home) {
    this.home = home;
  }

  /** Puts it together in this folder. */
  static NextRelease in(Path home) throws IOException {
    var built = Release.home();
    Files.createDirectories(home.resolve(SERVER).resolve("apps"));
    Files.createSymbolicLink(home.resolve("wlp"), built.resolve("wlp"));
    Files.createSymbolicLink(home.resolve("plugins"), built.resolve("plugins"));
    try (var parts = Files.newDirectoryStream(built.resolve(SERVER))) {
      for (var part : parts) {
        if (!part.getFileName().toString().equals("apps")) {
          Files.createSymbolicLink(home.resolve(SERVER).resolve(part.getFileName()), part);
        }
      }
    }
    var application = SERVER + "/apps/hotdesk.war";
    copy(built.resolve(application), home.resolve(application));
    Files.writeString(
        home.resolve(application).resolve("WEB-INF/classes/db/migration/V9000__next_release.sql"),
        STEP);
    return new NextRelease(home);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** The same start, of this release. */
  public Launch instead(Launch before) {
    return new Launch(
        home,
        before.data(),
        before.plugins(),
        before.port(),
        before.environment(),
        before.jvmArguments(),
        before.patience());
  }
}
