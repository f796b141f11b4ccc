// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.DriftScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Scenes;
import dev.tidemark.testkit.stage.Stage;
import dev.tidemark.testkit.stage.ThrottleScenes;
import dev.tidemark.testkit.stage.WriteScenes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A real server as a stage: databases and roles of its own, reached over a wire that can be cut.
 */
public final class PostgresqlStage
    implements Stage, RecordScenes, ChangeScenes, DeletionScenes, EmptyScenes, WriteScenes {
  private static final Played FIXED =
      Played.not("its records are the server's own, none more and none less");
  private static final Played OWN =
      Played.not("the server counts in it what the examination itself runs");
  private static final Played UNIQUE =
      Played.not("it goes on after a unique key: there are no ties");

  private final Estate estate = Estate.on(18);
  private final String shop = estate.database("shop");
  private final String attic = estate.database("attic");
  private final Wire wire = Wire.to(estate.port());
  private final Deque<String> roles = new ArrayDeque<>();
  private final List<Scenes> parts =
      List.of(
          new PostgresqlAccess(estate, attic, this::settings),
          new PostgresqlTroubles(estate, wire),
          new PostgresqlVolume(estate, shop, wire));
  private int tables;

  /** With a little of everything the connector's streams tell of. */
  public PostgresqlStage() {
    estate.run(
        shop,
        """
        create extension pg_stat_statements;
        create table parts (id int, at date) partition by range (at);
        create table parts_2026 partition of parts for values from ('2026-01-01') to ('2027-01-01');
        create view recent as select * from parts;
        """);
    estate.run(attic, "create table kept (id int)");
  }

  @Override
  public Kind kind() {
    return Kind.FAKE;
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = estate.settings();
    settings.put("port", wire.port());
    return settings;
  }

  @Override
  public List<Map<String, Object>> alternatives() {
    String url =
        "postgresql://%s:%s@127.0.0.1:%d/%s"
            .formatted(estate.watcher(), Estate.PASSWORD, wire.port(), shop);
    return List.of(Map.of("url", url, "databases", settings().get("databases")));
  }

  @Override
  public Map<Class<? extends Scenes>, String> unplayable() {
    Map<Class<? extends Scenes>, String> reasons = new HashMap<>();
    reasons.put(DriftScenes.class, "what is read are catalogs whose columns a version fixes");
    reasons.put(ThrottleScenes.class, "a server refuses connections and asks nobody to wait");
    reasons.put(LinkScenes.class, "a connection to a database is led nowhere by an answer");
    return reasons;
  }

  @Override
  public List<?> parts() {
    return parts;
  }

  /** No server at hand has a provider of security labels. */
  @Override
  public Set<String> leftEmpty(String stream) {
    return stream.equals("tables") ? Set.of("label") : Set.of();
  }

  @Override
  public Played add(String stream, int count) {
    return switch (stream) {
      case "tables" -> addTables(count);
      case "roles" -> addRoles(count);
      case "statements" -> OWN;
      default -> FIXED;
    };
  }

  @Override
  public Played addTied(String stream, int count) {
    return UNIQUE;
  }

  @Override
  public Played change(String stream, int count) {
    return switch (stream) {
      case "tables" -> {
        estate.run(shop, "comment on table " + name(1) + " is 'another " + count + "'");
        yield Played.yes();
      }
      case "roles" -> {
        estate.run(Estate.MAIN, "alter role " + roles.getFirst() + " createdb");
        yield Played.yes();
      }
      case "statements" -> OWN;
      default -> FIXED;
    };
  }

  @Override
  public Played delete(String stream, int count) {
    for (int number = 0; number < count; number++) {
      switch (stream) {
        case "tables" -> estate.run(shop, "drop table " + name(tables - number));
        case "roles" -> estate.run(Estate.MAIN, "drop role " + roles.removeLast());
        default -> {}
      }
    }
    return stream.equals("tables") || stream.equals("roles") ? Played.yes() : FIXED;
  }

  /** A database closes; sessions it had end. */
  @Override
  public Played failPartly(String stream) {
    if (!stream.equals("tables")) {
      return Played.not("it is read by one statement, whole or not at all");
    }
    estate.run(Estate.MAIN, "revoke connect on database \"" + attic + "\" from public");
    estate.run(
        Estate.MAIN,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + attic + "'");
    return Played.yes();
  }

  @Override
  public void mend() {
    estate.run(Estate.MAIN, "grant connect on database \"" + attic + "\" to public");
  }

  @Override
  public Played empty() {
    for (String database : List.of(shop, attic)) {
      estate.run(database, "drop schema public cascade; create schema public");
    }
    return Played.yes();
  }

  @Override
  public List<String> writable() {
    return List.of("tables");
  }

  @Override
  public String create(String stream) {
    estate.run(shop, "create table written_by_user (id int)");
    return "written_by_user";
  }

  @Override
  public void remove(String stream, String marker) {
    estate.run(shop, "drop table " + marker);
  }

  @Override
  public void close() {
    wire.close();
    estate.close();
  }

  private Played addTables(int count) {
    estate.run(
        shop,
        """
        do $$ begin
          for n in %d .. %d loop
            execute format('create table t%%s (id int primary key, note text not null)',
              lpad(n::text, 6, '0'));
            execute format('comment on table t%%s is ''a table''', lpad(n::text, 6, '0'));
          end loop;
        end $$;
        analyze
        """
            .formatted(tables + 1, tables + count));
    tables += count;
    return Played.yes();
  }

  private Played addRoles(int count) {
    for (int number = 0; number < count; number++) {
      roles.addLast(estate.role("r" + roles.size(), "login"));
    }
    return Played.yes();
  }

  private static String name(int number) {
    return "t%06d".formatted(number);
  }
}
