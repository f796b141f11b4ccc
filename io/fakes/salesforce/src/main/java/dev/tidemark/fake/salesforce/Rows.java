// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Trouble;
import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.LateScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.RecordScenes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Records appear, appear late, change and disappear. */
final class Rows implements RecordScenes, LateScenes, ChangeScenes, DeletionScenes, EmptyScenes {
  private static final Played ONE_RECORD =
      Played.not("is one record about the organisation, always there");
  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration LATE = Duration.ofMinutes(10);

  private final FakeServer server;
  private final World world;
  private final InstantSource clock;
  private final NewRows made;
  private final AtomicLong numbers = new AtomicLong(1_000);
  private final Map<String, Deque<String>> shown = new TreeMap<>();
  private final List<Runnable> spoiled = new ArrayList<>();

  Rows(FakeServer server, World world, InstantSource clock) {
    this.server = server;
    this.world = world;
    this.clock = clock;
    this.made = new NewRows(world);
  }

  @Override
  public synchronized Played add(String stream, int count) {
    for (int i = 0; i < count; i++) {
      tick();
      one(stream, clock.instant());
    }
    return stream.equals("org") ? ONE_RECORD : Played.yes();
  }

  @Override
  public synchronized Played addTied(String stream, int count) {
    tick();
    for (int i = 0; i < count; i++) {
      one(stream, clock.instant());
    }
    return stream.equals("org") ? ONE_RECORD : Played.yes();
  }

  @Override
  public synchronized Played addLate(String stream, int count) {
    for (int i = 0; i < count; i++) {
      one(stream, clock.instant().minus(LATE).plusMillis(i));
    }
    return Played.yes();
  }

  @Override
  public Set<String> leftEmpty(String stream) {
    return Set.of();
  }

  private void tick() {
    if (clock instanceof VirtualClock virtual) {
      virtual.advance(TICK);
    }
  }

  /** Adds a record as new as that. */
  void one(String stream, Instant at) {
    long number = numbers.incrementAndGet();
    String id = made.add(stream, number, at);
    shown.computeIfAbsent(stream, it -> new ArrayDeque<>()).add(id);
  }

  @Override
  public synchronized Played change(String stream, int count) {
    tick();
    String now = SoqlTime.text(clock.instant());
    for (String id : last(stream, count)) {
      switch (stream) {
        case "users" -> world.shelf("User").change(id, row -> row.put("Department", "Moved"));
        case "grants" -> world.shelf("PermissionSetAssignment").change(id, row -> renamed(row));
        case "agents" ->
            world
                .shelf("BotDefinition")
                .change(id, row -> row.put("MasterLabel", "Renamed").put("SystemModstamp", now));
        case "objects" -> made.grow(id);
        default -> {
          return ONE_RECORD;
        }
      }
    }
    return stream.equals("org") ? ONE_RECORD : Played.yes();
  }

  private static void renamed(ObjectNode assignment) {
    assignment.withObject("/PermissionSet").put("Label", "Renamed");
  }

  @Override
  public synchronized Played delete(String stream, int count) {
    tick();
    String now = SoqlTime.text(clock.instant());
    for (String id : last(stream, count)) {
      switch (stream) {
        case "users" -> world.shelf("User").delete(id);
        case "grants" -> world.shelf("PermissionSetAssignment").delete(id);
        case "agents" -> {
          world.shelf("BotDefinition").delete(id);
          world.shelf("BotDefinition").change(id, row -> row.put("SystemModstamp", now));
        }
        case "objects" -> world.remove(id);
        default -> {
          return ONE_RECORD;
        }
      }
      shown.getOrDefault(stream, new ArrayDeque<>()).remove(id);
    }
    return stream.equals("org") ? ONE_RECORD : Played.yes();
  }

  private List<String> last(String stream, int count) {
    List<String> all = new ArrayList<>(shown.getOrDefault(stream, new ArrayDeque<>()));
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  @Override
  public Played failPartly(String stream) {
    if (stream.equals("org")) {
      return ONE_RECORD;
    }
    AtomicLong asked = new AtomicLong();
    Trouble later =
        (request, answer) ->
            asked.incrementAndGet() == 1
                ? answer
                : Json.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred");
    server.troubles().always(Requests.of(stream), later);
    return Played.yes();
  }

  @Override
  public void mend() {
    server.troubles().mend();
  }

  /** What identifies the record of a stream that was added last. */
  synchronized String newest(String stream) {
    return last(stream, 1).get(0);
  }

  /** The record has something in it that does not belong there, until {@link #takeBackSpoiled}. */
  synchronized void spoil(String stream, String id, Consumer<ObjectNode> how) {
    Shelf shelf = world.shelf(NewRows.type(stream));
    shelf.spoil(id, how);
    spoiled.add(() -> shelf.take(id));
  }

  synchronized void takeBackSpoiled() {
    spoiled.forEach(Runnable::run);
    spoiled.clear();
  }

  @Override
  public Played empty() {
    world.empty();
    return Played.yes();
  }
}
