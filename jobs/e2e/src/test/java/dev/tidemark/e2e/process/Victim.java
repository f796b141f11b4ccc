// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import dev.tidemark.e2e.world.Continuity;
import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.Streams;
import java.time.Duration;
import java.util.Random;

/** An installation that is killed again and again. */
final class Victim implements AutoCloseable {
  /** How long it may read between two kills. */
  private static final long MOST_READING = 5_000;

  private final Installation installation;
  private final Random random;
  private Program program;
  private long started = System.nanoTime();
  private Duration toRead = Duration.ofSeconds(10);

  private Victim(Installation installation, Random random) {
    this.installation = installation;
    this.random = random;
    this.program = installation.start("up");
  }

  /** Starts it. */
  static Victim start(Installation installation, Random random) {
    return new Victim(installation, random);
  }

  /** Waits until all streams have been read since it was started last. */
  void awaitRead() {
    new Streams(installation::database).awaitRead();
    toRead = Duration.ofNanos(System.nanoTime() - started);
  }

  /**
   * Kills it at a random moment, half of the times while it starts, otherwise while it reads, and
   * starts it again; a third of the times its database server is killed too.
   *
   * @return what was done
   */
  String killOnce(Checkpoints checkpoints, Continuity continuity) {
    boolean starting = random.nextBoolean();
    if (!starting) {
      awaitRead();
    }
    long after = (long) (random.nextDouble() * (starting ? toRead.toMillis() : MOST_READING));
    program.letRun(Duration.ofMillis(after));
    program.kill();
    boolean server = random.nextInt(3) == 0;
    if (server) {
      installation.killServer();
    } else if (!starting) {
      continuity.check();
    }
    boolean deleted = checkpoints.areDeleted(random);
    if (deleted) {
      installation.deleteCheckpoints();
    }
    program = installation.start("up");
    started = System.nanoTime();
    return "killed "
        + after
        + " ms into "
        + (starting ? "starting" : "reading")
        + (server ? ", server too" : "")
        + (deleted ? ", checkpoints deleted" : "");
  }

  /** How it ended its last life, told to. */
  Ended stop() {
    return program.signal("TERM").awaitEnd();
  }

  @Override
  public void close() {
    program.close();
  }
}
