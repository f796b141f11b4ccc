// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.fake.Trouble;
import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.EmptyScenes;
import dev.tidemark.testkit.stage.LateScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.RecordScenes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private static final Set<String> TIMED = Set.of("pipeline_runs", "costs");
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
          case "containers", "blobs" -> container("made-" + number, at);
          case "pipeline_runs" -> run(number, at);
          case "ml_endpoints", "ml_requests" -> Examples.endpoint("made-" + number, world, at);
          case "ml_models" -> Examples.model("made-" + number, world, at);
          case "role_assignments" -> Examples.assignment(number, world, at);
          case "secure_scores" -> score("score-" + number);
          case "costs" -> cost(number, at);
          case "catalogue" -> Examples.catalogued(number, world);
          default -> "";
        };
    shown.computeIfAbsent(stream, it -> new ArrayDeque<>()).add(id);
  }

  private String container(String name, Instant at) {
    fake.world().put(Kind.LIFECYCLE, Made.lifecycle(Examples.ACCOUNT, "other/", 30));
    return Examples.container(name, fake.world(), at);
  }

  private String score(String name) {
    ObjectNode score = Governed.score(name, 23.53, 39);
    return fake.world().put(Kind.SECURE_SCORE, score).path("id").asText();
  }

  private String cost(long number, Instant at) {
    fake.world().bill().add(Examples.line(number, at, 1.25));
    return Long.toString(number);
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
        case "blobs" -> written(id);
        case "pipeline_runs" -> again(Long.parseLong(id));
        case "ml_endpoints" -> find(Kind.ENDPOINT, id).withObject("/tags").removeAll();
        case "ml_requests" -> more(id);
        case "ml_models" ->
            find(Kind.VERSION, id + "/versions/1").withObject("/properties").put("jobName", "");
        case "role_assignments" ->
            find(Kind.ROLE_ASSIGNMENT, id).withObject("/properties").put("principalType", "Group");
        case "secure_scores" ->
            find(Kind.SECURE_SCORE, id).withObject("/properties/score").put("percentage", 0.7);
        case "costs" -> dearer(Long.parseLong(id));
        case "catalogue" -> find(Kind.CATALOGUED, id).putNull("description");
        default -> {
          return ONE_RECORD;
        }
      }
    }
    return stream.equals("account") ? ONE_RECORD : Played.yes();
  }

  private void written(String container) {
    String name = container.substring(container.lastIndexOf('/') + 1);
    fake.world().store(Examples.ACCOUNT + "/" + name, new StoredBlob("new", 1, now()));
  }

  private void more(String endpoint) {
    Instant hour = now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    Map<String, String> kind = Map.of("statusCodeClass", "4xx");
    Examples.measure(fake.world(), endpoint, "RequestsPerMinute", kind, hour, 1);
  }

  private void dearer(long number) {
    fake.world()
        .bill()
        .change(Examples.line(number, now(), 1.25), Examples.line(number, now(), 2.5));
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
        case "containers", "blobs" -> fake.world().remove(Kind.CONTAINER, id);
        case "ml_endpoints", "ml_requests" -> fake.world().remove(Kind.ENDPOINT, id);
        case "ml_models" -> fake.world().remove(Kind.MODEL, id);
        case "role_assignments" -> fake.world().remove(Kind.ROLE_ASSIGNMENT, id);
        case "catalogue" -> fake.world().remove(Kind.CATALOGUED, id);
        case "secure_scores" -> fake.world().remove(Kind.SECURE_SCORE, id);
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
    Trouble failing =
        Troubles.answer(AzureError.of(500, "InternalServerError", "Something failed."));
    fake.server().troubles().always(Traffic.laterPages(stream), failing);
    fake.mapServer().troubles().always(Traffic.laterPages(stream), failing);
    return Played.yes();
  }

  @Override
  public void mend() {
    fake.server().troubles().mend();
    fake.blobServer().troubles().mend();
    fake.mapServer().troubles().mend();
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
