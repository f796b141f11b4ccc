// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Hints;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted account says by itself: nothing until the test makes it offer hints of a stream.
 * Safe for use by several threads.
 */
public final class ExampleHints implements Hints {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger questions = new AtomicInteger();
  private volatile Set<String> streams = Set.of();

  ExampleHints() {}

  /** Connectors to the account hear of these streams from now on. */
  public void offer(String... names) {
    streams = Set.of(names);
  }

  /** There is news of a stream. */
  public void tell(String stream) {
    told.add(stream);
  }

  /** So many questions fail. */
  public void failNext(int times) {
    failures.set(times);
  }

  /** How often somebody has waited for word, whether or not any came. */
  public int questions() {
    return questions.get();
  }

  @Override
  public Set<String> streams() {
    return streams;
  }

  @Override
  public Set<String> await(Duration longest) {
    questions.incrementAndGet();
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw ConnectorException.of(Category.TRANSIENT, "nobody answers: it is tried again");
    }
    String stream = next(longest);
    return stream == null ? Set.of() : Set.of(stream);
  }

  Optional<Hints> offered() {
    return streams.isEmpty() ? Optional.empty() : Optional.of(this);
  }

  private @Nullable String next(Duration longest) {
    try {
      return told.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
