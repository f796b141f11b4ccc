// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.LateScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.RecordScenes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records that appear, change and disappear. */
final class PlayRecords
    implements RecordScenes, LateScenes, ChangeScenes, DeletionScenes, EmptyScenes {
  static final Played ONE_RECORD = Played.not("there is one tenant, and one record of it");
  private static final Set<String> TIMED = Set.of("pipeline_runs");
  private static final Duration TICK = Duration.ofMillis(1);
  private static final Duration LATE = Duration.ofMinutes(10);

  private final FakeAzure fake;
  private final Map<String, Deque<String>> shown = new HashMap<>();

  PlayRecords(FakeAzure fake) {
    this.fake = fake;
  }

  @Override
  public synchronized Played add(String stream, int count) {
    for (int i = 0; i < count; i++) {
      tick();
      one(stream, now());
    }
    return stream.equals("account") ? ONE_RECORD : Played.yes();
  }

  @Override
  public synchronized Played addTied(String stream, int count) {
    if (!TIMED.contains(stream)) {
      return Played.not("it is a snapshot in the order of its keys, which are unique");
    }
    tick();
    for (int i = 0; i < count; i++) {
      one(stream, now());
    }
    return Played.yes();
  }

  @Override
  public synchronized Played addLate(String stream, int count) {
    if (!TIMED.contains(stream)) {
      return Played.not("it is a snapshot, which has no earlier and later");
    }
    for (int i = 0; i < count; i++) {
      one(stream, now().minus(LATE).plusMillis(i));
    }
    return Played.yes();
  }

  /** Adds a record as new as that. */
  private void one(String stream, Instant at) {
    World world = fake.world();
    Examples.fill(world, at);
    long number = Examples.number();
    String id =
        switch (stream) {
          case "storage_accounts" -> Examples.storageAccount("made" + number, world, now());
          case "containers" -> container("made-" + number, at);
          case "pipeline_runs" -> run(number, at);
          default -> "";
        };
    shown.computeIfAbsent(stream, it -> new ArrayDeque<>()).add(id);
  }

  private String container(String name, Instant at) {
    fake.world().put(Kind.LIFECYCLE, Made.lifecycle(Examples.ACCOUNT, "other/", 30));
    return Examples.container(name, fake.world(), at);
  }

  private String run(long number, Instant at) {
    fake.world().runs().put(Made.factory(Examples.FACTORY), Examples.run(number, at));
    return Long.toString(number);
  }

  @Override
  public synchronized Played change(String stream, int count) {
    tick();
    for (String id : last(stream, count)) {
      switch (stream) {
        case "storage_accounts" -> find(Kind.STORAGE_ACCOUNT, id).withObject("/tags").removeAll();
        case "containers" ->
            find(Kind.CONTAINER, id).withObject("/properties").put("publicAccess", "Blob");
        case "pipeline_runs" -> again(Long.parseLong(id));
        default -> {
          return ONE_RECORD;
        }
      }
    }
    return stream.equals("account") ? ONE_RECORD : Played.yes();
  }

  /** A run that had failed turns out to have been cancelled. */
  private void again(long number) {
    ObjectNode run = Examples.run(number, now()).put("status", "Cancelled");
    fake.world().runs().put(Made.factory(Examples.FACTORY), run);
  }

  @Override
  public synchronized Played delete(String stream, int count) {
    tick();
    for (String id : last(stream, count)) {
      switch (stream) {
        case "storage_accounts" -> fake.world().remove(Kind.STORAGE_ACCOUNT, id);
        case "containers" -> fake.world().remove(Kind.CONTAINER, id);
        default -> {
          return ONE_RECORD;
        }
      }
      shown.getOrDefault(stream, new ArrayDeque<>()).remove(id);
    }
    return stream.equals("account") ? ONE_RECORD : Played.yes();
  }

  @Override
  public Played failPartly(String stream) {
    if (stream.equals("account")) {
      return ONE_RECORD;
    }
    fake.server()
        .troubles()
        .always(
            Traffic.laterPages(stream),
            (request, answer) -> AzureError.of(500, "InternalServerError", "Something failed."));
    return Played.yes();
  }

  @Override
  public void mend() {
    fake.server().troubles().mend();
  }

  @Override
  public Played empty() {
    fake.world().clear();
    return Played.yes();
  }

  /** What identifies the record of a stream that was added last. */
  synchronized String newest(String stream) {
    return last(stream, 1).get(0);
  }

  ObjectNode find(Kind kind, String id) {
    return fake.world().find(kind, id).orElseThrow();
  }

  private List<String> last(String stream, int count) {
    List<String> all = new ArrayList<>(shown.getOrDefault(stream, new ArrayDeque<>()));
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private void tick() {
    if (fake.server().clock() instanceof VirtualClock virtual) {
      virtual.advance(TICK);
    }
  }

  private Instant now() {
    return fake.server().clock().instant();
  }
}
