// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.testkit.Backup;
import dev.tidemark.testkit.ExampleAccount;
import dev.tidemark.testkit.ExampleConnectorType;
import dev.tidemark.testkit.ExampleRow;
import dev.tidemark.testkit.InMemoryLedger;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The exactness protocol under crashes, zombies, retried bundles, lost answers, streams handed out
 * twice, jobs submitted again, databases restored from a backup and rows that come late and change.
 * A failing history is replayed with {@code -Dextra.jvm.args=-Dseed=N}.
 */
class RandomHistoriesTest {
  private static final int HISTORIES = 600;
  private static final Duration TICK = Duration.ofMinutes(2);
  private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");
  private static final long LATENCY_TICKS = ExampleConnectorType.LATENCY.dividedBy(TICK);

  @Test
  void everyCommitIsRightAndTheEndIsRight() {
    Long one = Long.getLong("seed");
    long first = one == null ? new Random().nextLong(1L << 40) : one;
    for (long seed = first; seed < first + (one == null ? HISTORIES : 1); seed++) {
      new History(seed).run();
    }
  }

  /** One random history. */
  private static final class History {
    private final long seed;
    private final Random random;
    private final VirtualClock clock = VirtualClock.at("2026-01-01T00:00:00Z");
    private final InMemoryLedger ledger = InMemoryLedger.create(clock);
    private final ExampleAccount account =
        ExampleAccount.named("history-" + UUID.randomUUID()).on(clock);
    private final StreamId stream;
    private final Assignment assignment;
    private final List<Incarnation> alive = new ArrayList<>();
    private PipelineJob job = ledger.registry().startJob();
    private Backup backup = ledger.backup();
    private long rows;
    private long settledThrough;

    History(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      OrganisationId organisation = ledger.registry().addOrganisation("Acme");
      ConnectorId connector =
          ledger.registry().connect(organisation, "example", account.settings());
      long version = ledger.registry().activeVersions().values().iterator().next();
      stream = new StreamId(organisation, connector, "runs");
      assignment = new Assignment(stream, "example", version, Duration.ofSeconds(1));
      account.runs().pageSizes(() -> 1 + random.nextInt(4));
      alive.add(incarnation(Map.of()));
    }

    void run() {
      int steps = 150 + random.nextInt(350);
      for (int step = 0; step < steps; step++) {
        if (random.nextInt(10) < 4) {
          tick();
        }
        step();
        while (alive.size() > 3) {
          alive.remove(0).close();
        }
      }
      finish();
      ledger.discard();
    }

    private void step() {
      Incarnation one = alive.get(random.nextInt(alive.size()));
      int dice = random.nextInt(1000);
      if (dice < 350) {
        one.poll();
        one.work();
      } else if (dice < 450) {
        one.work();
      } else if (dice < 650) {
        one.folder().fold();
      } else if (dice < 850) {
        commit(one);
      } else if (dice < 900) {
        one.watch();
      } else if (dice < 930 && one.folder().isIdle()) {
        one.checkpoint();
      } else {
        disaster(one, dice);
      }
    }

    private void disaster(Incarnation one, int dice) {
      if (dice < 945) {
        crash(one);
      } else if (dice < 955) {
        one.assignOnceMore();
      } else if (dice < 965) {
        one.rollBack();
      } else if (dice < 972) {
        backup = ledger.backup();
      } else if (dice < 975) {
        backup.restore();
      } else if (dice < 980) {
        job = ledger.registry().startJob();
        alive.add(incarnation(Map.of()));
      } else if (dice < 985) {
        one.registry();
      }
    }

    /** The engine restarts the job; sometimes the old incarnation lives on for a while. */
    private void crash(Incarnation one) {
      if (random.nextInt(10) < 6) {
        one.close();
        alive.remove(one);
      }
      alive.add(incarnation(random.nextBoolean() ? one.lastCheckpoint() : Map.of()));
    }

    private Incarnation incarnation(Map<Long, Long> restored) {
      return new Incarnation(ledger, job, assignment, clock, random, restored);
    }

    private void commit(Incarnation one) {
      one.folder().commit();
      require("after a commit");
    }

    /** Whoever of the newest job is left finishes what there is, or a healthy newcomer does. */
    private void finish() {
      clock.advance(TICK.multipliedBy(LATENCY_TICKS + 2));
      Incarnation last = survivor();
      alive.stream().filter(one -> one != last).forEach(Incarnation::close);
      for (int step = 0; step < 5_000 && !isDone(); step++) {
        last.poll();
        last.work();
        last.watch();
        last.folder().fold();
        last.folder().emit();
        last.folder().commit();
        clock.advance(Duration.ofSeconds(30));
      }
      require("at the end");
      assertThat(isDone()).as("history %d came to an end", seed).isTrue();
    }

    private Incarnation survivor() {
      Incarnation newest = alive.get(alive.size() - 1);
      return newest.job().equals(job) && !newest.ended() ? newest : incarnation(Map.of());
    }

    private boolean isDone() {
      lookAtTheCursor();
      List<ExampleRow> all = account.runs().rows();
      boolean tailIsEmpty =
          ledger.streams().windows(stream).values().stream()
              .allMatch(window -> window.tail().isEmpty());
      return tailIsEmpty && (all.isEmpty() || settled(all.get(all.size() - 1)));
    }

    private void tick() {
      clock.advance(TICK);
      for (int row = random.nextInt(3); row > 0; row--) {
        Instant at = clock.instant();
        account
            .runs()
            .append(
                new ExampleRow(
                    at,
                    ++rows,
                    random.nextBoolean() ? "a" : "b",
                    at.plus(TICK.multipliedBy(random.nextLong(LATENCY_TICKS + 1))),
                    random.nextInt(100),
                    at.plus(TICK.multipliedBy(random.nextLong(LATENCY_TICKS + 1))),
                    random.nextInt(100)));
      }
    }

    /** Settled rows are counted once, at their final value; none is in a tail as well. */
    private void require(String when) {
      lookAtTheCursor();
      Map<String, Double> have = new TreeMap<>();
      for (WindowChange window : ledger.streams().windows(stream).values()) {
        if (!window.settled().isEmpty()) {
          have.put(name(window.key()), window.settled().count() * 1e6 + window.settled().sum());
        }
        assertThat(isInTail(window.tail()))
            .as("a row of history %d is settled and in the tail %s", seed, when)
            .isFalse();
      }
      assertThat(have).as("history %d %s", seed, when).isEqualTo(expected());
    }

    private Map<String, Double> expected() {
      Map<String, Double> expected = new TreeMap<>();
      account.runs().rows().stream()
          .filter(this::settled)
          .forEach(row -> expected.merge(name(row), 1e6 + row.value(), Double::sum));
      return expected;
    }

    private boolean isInTail(Partial tail) {
      return account.runs().rows().stream()
          .filter(this::settled)
          .anyMatch(row -> !tail.isEmpty() && !tail.earliest().isAfter(row.at()));
    }

    private boolean settled(ExampleRow row) {
      return row.id() <= settledThrough;
    }

    /** Rows are numbered in order of time, so the cursor's number says which are settled. */
    private void lookAtTheCursor() {
      Matcher matcher = NUMBER.matcher(ledger.streams().cursor(stream).json());
      settledThrough = matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static String name(WindowKey key) {
      return key.start() + "/" + key.attributes().values().get("environment");
    }

    private static String name(ExampleRow row) {
      return Grain.HOUR.startOf(row.at()) + "/" + row.key();
    }
  }
}
