// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.StreamState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Histories in which everything but the database may fail: crashes with or without restored state,
 * zombies, bundle retries, streams handed out twice, folds lost or shared with a successor, lost
 * answers, databases restored from a backup. The source shows rows late and changes them; some
 * cannot be used at first and are read again when somebody asks. Every commit must be right and the
 * end must be right. A history is repeated exactly by its seed.
 */
public final class RandomHistories {
  private static final int LAST_STEPS = 5000;

  private final World world;
  private final Random random;
  private final List<HistoryJob> jobs = new ArrayList<>();
  private final List<List<HistoryReader>> checkpoints = new ArrayList<>();
  private Runnable backup;

  private RandomHistories(HistoryDatabase database, long seed, Fault fault) {
    random = new Random(seed);
    world = new World(database, random, fault);
    backup = world.backup();
    checkpoints.add(List.of());
    startJob(List.of());
  }

  /** A history that went wrong. */
  public record Wrong(long seed, String what) {}

  /** Plays histories until one goes wrong; empty if none does. */
  public static Optional<Wrong> firstWrong(
      Supplier<HistoryDatabase> databases, long firstSeed, int histories, Fault fault) {
    for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
      Optional<String> what = new RandomHistories(databases.get(), seed, fault).play();
      if (what.isPresent()) {
        return Optional.of(new Wrong(seed, what.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> play() {
    for (int left = 150 + random.nextInt(350); left > 0; left--) {
      if (random.nextInt(10) < 4) {
        world.source().grow();
      }
      Optional<String> wrong = step();
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return end();
  }

  private Optional<String> step() {
    List<HistoryJob> live = jobs.stream().filter(job -> !job.isStopped()).toList();
    if (live.isEmpty()) {
      startJob(pick(checkpoints));
      return Optional.empty();
    }
    HistoryJob job = pick(live);
    int chance = random.nextInt(1000);
    if (chance < 350) {
      job.read();
    } else if (chance < 650) {
      job.fold();
    } else if (chance < 890) {
      return commit(job);
    } else {
      disturb(job, chance);
    }
    return Optional.empty();
  }

  private void disturb(HistoryJob job, int chance) {
    if (chance < 910) {
      checkpoint(job);
    } else if (chance < 935) {
      crash(job);
    } else if (chance < 945) {
      job.addReader();
    } else if (chance < 965) {
      retry(job);
    } else if (chance < 980) {
      move(job);
    } else if (chance < 990) {
      backup = world.backup();
    } else if (chance < 993) {
      backup.run();
    }
  }

  private void move(HistoryJob job) {
    if (random.nextBoolean()) {
      job.settle();
    }
    job.moveFold();
  }

  private void retry(HistoryJob job) {
    job.retryBundle(pick(recent()));
    if (random.nextBoolean()) {
      job.moveFold();
    }
  }

  private List<List<HistoryReader>> recent() {
    return checkpoints.subList(Math.max(0, checkpoints.size() - 3), checkpoints.size());
  }

  private Optional<String> commit(HistoryJob job) {
    Optional<StreamState> before = world.check().row();
    job.commit();
    Optional<StreamState> after = world.check().row();
    boolean moved =
        after.isPresent()
            && (before.isEmpty() || before.get().sequence() != after.get().sequence());
    return moved ? world.check().fault(after.get(), before) : Optional.empty();
  }

  private void checkpoint(HistoryJob job) {
    if (job.pages.isEmpty() && job.commits.isEmpty()) {
      checkpoints.add(job.checkpoint());
    }
  }

  /** Sometimes the one that crashed lives on for a while; sometimes its JVM serves the next one. */
  private void crash(HistoryJob job) {
    List<HistoryReader> restored = pick(recent());
    if (random.nextInt(10) < 6) {
      jobs.remove(job);
    }
    FoldUnderTest fold = random.nextBoolean() ? job.jvm() : new FoldUnderTest(world);
    PipelineJob next = random.nextBoolean() ? job.job : world.startJob();
    jobs.add(new HistoryJob(world, next, random.nextInt(4) == 0 ? List.of() : restored, fold));
    if (jobs.size() > 3) {
      jobs.remove(0);
    }
  }

  private void startJob(List<HistoryReader> restored) {
    jobs.add(new HistoryJob(world, world.startJob(), restored, new FoldUnderTest(world)));
  }

  /** One healthy job finishes. */
  private Optional<String> end() {
    for (int i = 0; i < LateSource.LATENCY + 2; i++) {
      world.source().pass();
    }
    HistoryJob last = new HistoryJob(world, world.startJob(), List.of(), new FoldUnderTest(world));
    for (int i = 0; i < LAST_STEPS && !isDone(); i++) {
      last.read();
      last.fold();
      last.elapse();
      last.commit();
    }
    Optional<StreamState> row = world.check().row();
    if (!isDone() || row.isEmpty()) {
      return Optional.of("stuck");
    }
    return world.check().fault(row.get(), Optional.empty());
  }

  private boolean isDone() {
    return world
        .check()
        .row()
        .filter(row -> Place.of(row.cursor()).compareTo(lastRow()) >= 0)
        .filter(row -> row.windows().stream().allMatch(window -> window.tail().isEmpty()))
        .filter(row -> world.check().nothingIsPassedOver())
        .isPresent();
  }

  private Place lastRow() {
    List<LateSource.Row> rows = world.source().rows();
    return rows.isEmpty() ? Place.START : rows.get(rows.size() - 1).at();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
