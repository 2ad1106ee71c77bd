package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations only add (expand), so that servers of the release before go on beside those of this
 * one (docs/adr/0114). What nobody reads any more is taken away a release later (contract): then it
 * is named here.
 */
class MigrationRulesTest {

  private static final Path ALL = Path.of("src/main/resources/db");

  /** Statements that take away what the release before this one does not use any more. */
  private static final List<String> CONTRACTS = List.of();

  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          "\\b(?:drop\\s+(?:table|column|view|sequence|constraint)|rename|truncate)\\b"
              + "|\\balter\\s+column\\s+\\w+\\s+(?:set\\s+not\\s+null|type|set\\s+data\\s+type)\\b");
  private static final Pattern ADDS_COLUMN = Pattern.compile("\\badd\\s+column\\b[^;]*");

  /** The files up to here are released: they are what they are. */
  private static final int RELEASED = 7;

  @Test
  void no_migration_takes_away_what_the_release_before_uses() throws IOException {
    for (var file : migrations()) {
      if (number(file) > RELEASED) {
        for (var statement : statements(Files.readString(file))) {
          assertThat(faults(statement)).as(file.getFileName() + ": " + statement).isEmpty();
        }
      }
    }
  }

  @Test
  void each_version_is_there_once_in_each_database() throws IOException {
    for (var kind : List.of("h2", "postgresql")) {
      var numbers =
          migrations().stream()
              .filter(file -> List.of("migration", kind).contains(folder(file)))
              .map(MigrationRulesTest::number)
              .toList();
      assertThat(numbers).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table audit",
        "alter table account drop column demo",
        "alter table account rename to staff",
        "alter table account alter column name set not null",
        "alter table account alter column name type text",
        "alter table account add column team varchar(9) not null",
      })
  void the_rule_bites(String statement) {
    assertThat(faults(statement)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table account add column team varchar(9)",
        "alter table account add column team varchar(9) default '' not null",
        "create table team (name varchar(9) not null)",
        "drop index account_by_name",
      })
  void the_rule_lets_through_what_only_adds(String statement) {
    assertThat(faults(statement)).isEmpty();
  }

  private static List<String> faults(String statement) {
    var faults = new ArrayList<String>();
    if (CONTRACTS.contains(statement)) {
      return faults;
    }
    if (TAKES_AWAY.matcher(statement).find()) {
      faults.add("takes away or changes what servers of the release before use");
    }
    var added = ADDS_COLUMN.matcher(statement);
    while (added.find()) {
      if (added.group().contains("not null") && !added.group().contains("default")) {
        faults.add("servers of the release before do not fill the new column: give it a default");
      }
    }
    return faults;
  }

  private static List<String> statements(String script) {
    var bare = script.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
    return List.of(bare.split(";")).stream()
        .map(it -> it.strip().replaceAll("\\s+", " "))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static List<Path> migrations() throws IOException {
    try (var files = Files.walk(ALL)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static String folder(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  private static int number(Path file) {
    var name = file.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }
}
