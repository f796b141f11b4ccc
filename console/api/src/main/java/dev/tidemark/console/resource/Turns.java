// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.web.Body;
import io.javalin.http.Handler;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Has so many requests answered at a time and the others in the order in which they came, so that
 * each of many takes about as long as every other. For any number of threads.
 */
final class Turns {
  private static final int FEWEST = 8;

  private final Semaphore places;

  Turns(int places) {
    this.places = new Semaphore(places, true);
  }

  /** As many as keep this machine's processors busy while some wait for the database. */
  static Turns ofThisMachine() {
    return new Turns(Math.max(FEWEST, 2 * Runtime.getRuntime().availableProcessors()));
  }

  /**
   * The same when its turn has come; what was sent is received before, so that nobody waits for
   * somebody else's slow line.
   */
  Handler inTurn(Handler handler) {
    return context -> {
      Body.receive(context);
      inTurn(
          () -> {
            handler.handle(context);
            return null;
          });
    };
  }

  /** Does it when its turn has come. */
  <T> T inTurn(Callable<T> work) throws Exception {
    places.acquire();
    try {
      return work.call();
    } finally {
      places.release();
    }
  }

  /** How many wait. */
  int waiting() {
    return places.getQueueLength();
  }
}
