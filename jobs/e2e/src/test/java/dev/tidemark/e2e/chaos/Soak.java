// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.oracle.Comparison;
import dev.tidemark.e2e.oracle.RecordedOracle;
import dev.tidemark.e2e.soak.Checkpoints;
import dev.tidemark.e2e.soak.DatabaseFigures;
import dev.tidemark.e2e.soak.Instruments;
import dev.tidemark.e2e.soak.Samples;
import dev.tidemark.e2e.world.Continuity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Hours of an installation. Every half minute people work at the source for a while, something
 * happens in accounts, and everything that might grow is measured once.
 */
final class Soak implements AutoCloseable {
  private static final Duration TURN = Duration.ofSeconds(30);
  private static final Duration AT_WORK = Duration.ofSeconds(3);
  private static final Duration TO_CONVERGE = Duration.ofMinutes(5);
  private static final String SCHEDULE_OF_SOURCE = "10s";

  private static final Duration INTERVAL =
      Duration.parse(System.getProperty("soak.interval", "PT3M"));
  private static final Duration EVERY = Duration.parse(System.getProperty("soak.every", "PT6S"));

  /** Whoever makes this file ends the soak as if its time were over. */
  private static final Path STOP = Path.of("target", "soak.stop");

  private final Theatre theatre;
  private final EventfulAccount events;
  private final Crowd crowd;
  private final RecordedOracle oracle;
  private final Continuity continuity;
  private final List<String> wrong = new ArrayList<>();

  /** Builds it and has the job read everything once. */
  Soak(Path folder, long seed, int connectors) {
    theatre = Theatre.in(folder, seed);
    events = new EventfulAccount(theatre, folder, seed);
    theatre.connect(SCHEDULE_OF_SOURCE);
    crowd = new Crowd(theatre, connectors, INTERVAL, new Random(seed)).connected();
    oracle = RecordedOracle.of(theatre.source);
    continuity = Continuity.of(theatre::watched);
  }

  /** Lives so long, and adds samples to a file; answers what the rows were in the end. */
  Comparison live(Duration length, Path file) {
    Instant end = Instant.now().plus(length);
    Samples samples = Samples.in(file);
    try (Instruments instruments =
        Instruments.of(
            new Checkpoints(theatre.cluster, theatre.newestJob()),
            new DatabaseFigures(theatre.database()))) {
      while (Instant.now().isBefore(end) && !Files.exists(STOP)) {
        turn(instruments, samples);
      }
    }
    theatre.source.awaitQuiet();
    return Comparison.awaited(this::compare, TO_CONVERGE);
  }

  private Comparison compare() {
    return oracle.compare(theatre.watched()).and(events.compare(theatre.eventful()));
  }

  private void turn(Instruments instruments, Samples samples) {
    Instant begin = Instant.now();
    work();
    Instant rest = Instant.now();
    Map<String, Double> figures = instruments.read();
    figures.put("machine.load", Load.now());
    samples.add(rest, figures);
    System.out.println(rest + " " + figures);
    restUntil(begin.plus(TURN));
    check();
    if (theatre.pulse.hasReadAllSince(rest)) {
      oracle.looked(rest);
    }
  }

  private void work() {
    theatre.workload.start();
    events.start();
    for (long times = TURN.dividedBy(EVERY); times > 0; times--) {
      crowd.happen();
    }
    crowd.forget();
    theatre.letPass(AT_WORK);
    events.stop();
    theatre.workload.stop();
  }

  private void restUntil(Instant moment) {
    Instant now = Instant.now();
    if (now.isBefore(moment)) {
      theatre.letPass(Duration.between(now, moment));
    }
  }

  /** What is wrong is kept, and the soak goes on. */
  private void check() {
    try {
      continuity.check();
    } catch (AssertionError failure) {
      wrong.add(Instant.now() + " " + failure.getMessage());
      System.out.println(Instant.now() + " " + failure);
    }
  }

  /** At which moments counters did not go on where they were. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() throws IOException {
    crowd.close();
    events.close();
    theatre.close();
  }
}
