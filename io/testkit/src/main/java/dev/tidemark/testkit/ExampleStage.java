// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.options.Secret;
import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.LateScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Scenes;
import dev.tidemark.testkit.stage.Stage;
import dev.tidemark.testkit.stage.WriteScenes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted account as a stage: plays every kind of scene there is, by a clock of its own. Not
 * safe for use by several threads, as a connector reading it is.
 */
public final class ExampleStage
    implements Stage,
        RecordScenes,
        LateScenes,
        ChangeScenes,
        DeletionScenes,
        EmptyScenes,
        WriteScenes {
  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration LATE = Duration.ofMinutes(5);
  private static final Played ONE_RECORD =
      Played.not("is one record about the connection, always there");

  private final VirtualClock clock = VirtualClock.at("2026-03-29T00:59:00Z");
  private final ExampleAccount account =
      ExampleAccount.named("stage-" + UUID.randomUUID()).on(clock);
  private final String secret = "canary-" + UUID.randomUUID();
  private final AtomicInteger tables = new AtomicInteger();
  private final List<Scenes> parts;

  /** An account that can hold that many rows in a stream. */
  public ExampleStage(int most) {
    account.gate().tokens().demand(Secret.of(secret));
    for (ExampleRows rows : List.of(account.events(), account.runs())) {
      rows.extras().put("owner", "object", "{\"team\":\"data\"}");
      rows.extras().put("amount", "integer", "7");
    }
    parts =
        List.of(
            new ExampleAccess(account, this::settings),
            new ExampleSpoils(account, clock),
            new ExampleDrifts(account, this),
            new ExampleVolume(account, clock, most),
            new ExampleNews(account, this::settings));
  }

  /** The account itself. */
  public ExampleAccount account() {
    return account;
  }

  @Override
  public Kind kind() {
    return Kind.FAKE;
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("account", account.name(), "token", secret);
  }

  @Override
  public Set<String> canaries() {
    return account.gate().tokens().all();
  }

  @Override
  public VirtualClock clock() {
    return clock;
  }

  @Override
  public List<?> parts() {
    return parts;
  }

  @Override
  public Played add(String stream, int count) {
    for (int number = 0; number < count; number++) {
      clock.advance(TICK);
      addOne(stream);
    }
    return played(stream);
  }

  @Override
  public Played addTied(String stream, int count) {
    clock.advance(TICK);
    for (int number = 0; number < count; number++) {
      addOne(stream);
    }
    return played(stream);
  }

  @Override
  public Played addLate(String stream, int count) {
    Instant at = clock.instant().minus(LATE);
    for (int number = 0; number < count; number++) {
      account.runs().append(at, "late", 1);
    }
    return Played.yes();
  }

  @Override
  public Played change(String stream, int count) {
    return switch (stream) {
      case "runs" -> changeRuns(count);
      case "tables" -> changeTables(count);
      default -> ONE_RECORD;
    };
  }

  @Override
  public Played delete(String stream, int count) {
    if (!stream.equals("tables")) {
      return ONE_RECORD;
    }
    account.tables().names().stream().limit(count).forEach(account.tables()::drop);
    return Played.yes();
  }

  @Override
  public Played failPartly(String stream) {
    if (!stream.equals("tables")) {
      return ONE_RECORD;
    }
    account
        .tables()
        .troubles()
        .failLater(dev.tidemark.spi.Category.TRANSIENT, "the rest cannot be listed: try again");
    return Played.yes();
  }

  @Override
  public void mend() {
    account.tables().troubles().recover();
  }

  @Override
  public Played empty() {
    account.events().clear();
    account.runs().clear();
    account.tables().clear();
    return Played.yes();
  }

  @Override
  public List<String> writable() {
    return List.of("tables");
  }

  @Override
  public String create(String stream) {
    String name = "written-by-user-" + tables.incrementAndGet();
    account.tables().put(name, Map.of("name", name));
    return name;
  }

  @Override
  public void remove(String stream, String marker) {
    account.tables().drop(marker);
  }

  @Override
  public void close() {
    account.events().troubles().release();
  }

  private void addOne(String stream) {
    switch (stream) {
      case "events" -> account.events().append(clock.instant(), "production", 1);
      case "runs" -> account.runs().append(clock.instant(), "production", 1);
      case "tables" -> putTable("1");
      default -> {}
    }
  }

  private void putTable(String rows) {
    String name = "table-%06d".formatted(tables.incrementAndGet());
    account.tables().put(name, Map.of("name", name, "rows", rows));
  }

  private static Played played(String stream) {
    return stream.equals("account") ? ONE_RECORD : Played.yes();
  }

  private Played changeRuns(int count) {
    List<ExampleRow> rows = account.runs().rows();
    for (ExampleRow row : rows.subList(rows.size() - count, rows.size())) {
      account.runs().remove(row);
      account.runs().append(ExampleRow.of(row.at(), row.id(), row.key(), row.value() + 1));
    }
    return Played.yes();
  }

  private Played changeTables(int count) {
    account.tables().names().stream()
        .limit(count)
        .forEach(name -> account.tables().put(name, Map.of("name", name, "rows", "2")));
    return Played.yes();
  }
}
