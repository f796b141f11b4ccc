// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.console.Console;
import dev.tidemark.console.ConsoleAddress;
import dev.tidemark.console.Installed;
import dev.tidemark.console.access.People;
import dev.tidemark.console.access.Role;
import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.maturity.live.ScoreOutlook;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.spi.ConnectorType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ServiceLoader;

/**
 * A real console over a real PostgreSQL, in which one organisation has been read for months. It
 * says where it is as a line of JSON, does what each line it is told asks for, and ends with its
 * input.
 */
public final class PlayedConsole {
  private static final Duration GOOD = Duration.ofHours(1);

  private final Database database;
  private final DatabaseAccess access;
  private final Console console;
  private final People people;
  private final PlayedOrganisation acme;
  private final OrganisationId other;

  private PlayedConsole(Database database, DatabaseAccess access, Console console) {
    this.database = database;
    this.access = access;
    this.console = console;
    people = new People(access.database());
    acme = PlayedOrganisation.in(access, "Acme Ltd");
    other = PlayedOrganisation.found(access, "Umbrella Ltd");
  }

  public static void main(String... arguments) throws IOException {
    Database database = TestServer.freshDatabase();
    DatabaseAccess access = migrated(database);
    try (Console console = Console.start(ConsoleAddress.here(0), access, installed(access))) {
      new PlayedConsole(database, access, console).play();
    }
  }

  private static Installed installed(DatabaseAccess access) {
    return new Installed(ServiceLoader.load(ConnectorType.class), new ScoreOutlook(access));
  }

  private void play() throws IOException {
    people.grant("Ada", null, Role.ADMINISTRATOR);
    people.grant("Bea", acme.id(), Role.EDITOR);
    people.grant("Eve", other, Role.VIEWER);
    say("origin", console.origin().toString());
    say("organisation", acme.id().toString());
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      follow(line);
    }
  }

  /** A word and what it is about. Each is answered once it is done. */
  private void follow(String line) {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "link" -> say("link", link(words[1]));
      case "expire" -> expire(words[1]);
      case "refuse" -> acme.refuse(words[1]);
      case "read" -> acme.read(words[1]);
      case "source" -> source();
      case "load" -> load(Path.of(words[1]));
      default -> throw new IllegalArgumentException("nothing is called " + words[0]);
    }
    say("done", line);
  }

  private static void source() {
    try {
      say("source", PlayedSource.opened().toString());
    } catch (SQLException failure) {
      throw new IllegalStateException("the source cannot be filled", failure);
    }
  }

  private void load(Path script) {
    OrganisationId large = PlayedOrganisation.found(access, "Large Ltd");
    try {
      new PlayedLoad(large, acme.id()).fill(database, script);
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException("the database cannot be filled", failure);
    }
    say("large", large.toString());
  }

  private String link(String name) {
    return Console.entrance(console.origin(), people.link(name, GOOD).orElseThrow()).toString();
  }

  private void expire(String name) {
    access
        .database()
        .transaction(
            session ->
                session.change(
                    "DELETE FROM console_session USING console_person p WHERE p.id = person_id AND"
                        + " p.name = ?",
                    name));
  }

  /** What the browser's side is told; not a log. */
  private static void say(String name, String value) {
    System.out.println(JsonNodeFactory.instance.objectNode().put(name, value));
  }

  private static DatabaseAccess migrated(Database fresh) {
    DatabaseAccess access =
        DatabaseAccess.at(fresh.jdbcUrl() + "?user=" + fresh.user())
            .withPassword(fresh.password().reveal())
            .withKey(EncryptionKey.random().reveal())
            .withPatience(Duration.ofSeconds(60));
    access.migrations().apply();
    return access;
  }
}
