// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A scripted stream: what it holds and what goes wrong with it. */
public abstract class ExampleStream {
  private final ExampleTroubles troubles = new ExampleTroubles();
  private final AtomicLong fetches = new AtomicLong();
  private volatile Cost cost = Cost.none();

  /** What may go wrong with it. */
  public ExampleTroubles troubles() {
    return troubles;
  }

  /** What every fetch costs from now on. */
  public void charge(Cost each) {
    cost = each;
  }

  /** How many fetches have begun. */
  public long fetches() {
    return fetches.get();
  }

  final Fetched fetch(FetchRequest request, Instant now) {
    fetches.incrementAndGet();
    troubles.strike(request);
    Fetched page = page(request, now);
    return new Fetched(
        page.changes(),
        page.next(),
        page.more(),
        page.replaces(),
        page.completeThrough(),
        page.volume().costing(cost));
  }

  abstract Fetched page(FetchRequest request, Instant now);
}
