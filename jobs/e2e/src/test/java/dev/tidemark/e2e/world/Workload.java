// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the users of a source do: they read and write its tables, make and drop others, and describe
 * them. What is done follows from the seed, how much of it from the time there is; all of it is in
 * the source's journal.
 *
 * <p>Tables that come and go stay empty and are never read: what is counted between the last look
 * at a table and its end, or before the first look at it, no reader can tell, so two readers that
 * look at different moments would rightly differ.
 */
public final class Workload implements AutoCloseable {
  private static final int PASSING_TABLES = 8;
  private static final Duration PACE = Duration.ofMillis(15);

  private final Sql shop;
  private final Journal journal;
  private final Random random;
  private final TreeSet<Integer> passing = new TreeSet<>();
  private volatile CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private CompletableFuture<Long> work = CompletableFuture.completedFuture(0L);
  private long nextId = 1;

  public Workload(SourceServer source, long seed) {
    this.shop = source.shop();
    this.journal = source.journal();
    this.random = new Random(seed);
  }

  /** Runs every kind of statement once: a counter says nothing before it was seen. */
  public Workload warm() {
    try (Connection connection = shop.connection();
        Statement statement = connection.createStatement()) {
      for (int table = 0; table < SourceServer.TABLES; table++) {
        for (Act act : uses(table, nextId++)) {
          act.perform(statement, journal);
        }
      }
      return this;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** Works until told to stop; may be started again then. */
  public Workload start() {
    stop = new CountDownLatch(1);
    work = CompletableFuture.supplyAsync(this::work, thread);
    return this;
  }

  /** Stops; answers how many statements there were. */
  public long stop() {
    stop.countDown();
    try {
      return work.join();
    } catch (CompletionException failure) {
      throw new IllegalStateException("the workload failed", failure.getCause());
    }
  }

  private long work() {
    try (Connection connection = shop.connection();
        Statement statement = connection.createStatement()) {
      long done = 0;
      while (!stop.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        next().perform(statement, journal);
        done++;
      }
      return done;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private Act next() {
    int kind = random.nextInt(100);
    if (kind < 88) {
      List<Act> all = uses(random.nextInt(SourceServer.TABLES), nextId++);
      return all.get(random.nextInt(all.size()));
    }
    return kind < 94 ? description() : comingOrGoing(random.nextInt(PASSING_TABLES));
  }

  private static List<Act> uses(int table, long id) {
    return Stream.of(
            "INSERT INTO t%d VALUES (%d, %d, 'new')".formatted(table, id, id % 1000),
            "UPDATE t%d SET amount = amount + 1 WHERE id = %d".formatted(table, id / 2),
            "DELETE FROM t%d WHERE id < %d AND amount %% 7 = 0".formatted(table, id - 500),
            "SELECT count(*) FROM t%d".formatted(table),
            "SELECT amount FROM t%d WHERE id = %d".formatted(table, id / 2))
        .map(statement -> Act.use(statement, table))
        .toList();
  }

  private Act description() {
    String table = "t" + random.nextInt(SourceServer.TABLES);
    boolean ends = random.nextInt(4) == 0;
    String text = ends ? "NULL" : "'what it is: " + random.nextInt(100) + "'";
    String column = List.of("id", "amount", "note").get(random.nextInt(3));
    boolean whole = random.nextBoolean();
    String place = whole ? "TABLE " + table : "COLUMN " + table + "." + column;
    return new Act(
        "COMMENT ON " + place + " IS " + text,
        "shop." + table,
        ends ? "undescribed" : "described",
        whole ? "" : column);
  }

  private Act comingOrGoing(int table) {
    String name = "passing" + table;
    return passing.remove(table)
        ? new Act("DROP TABLE " + name, "shop." + name, "gone", "")
        : created(table, name);
  }

  private Act created(int table, String name) {
    passing.add(table);
    return new Act(
        "CREATE TABLE " + name + " (id integer, note text)",
        "shop." + name,
        "made",
        "table owned 2 keyless");
  }

  @Override
  public void close() {
    stop.countDown();
    thread.shutdown();
  }
}
