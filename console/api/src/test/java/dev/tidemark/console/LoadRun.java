// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What one route took, in as many rounds as it was asked. For one thread. */
final class LoadRun {
  private final LoadCall call;
  private final String identity;
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicLong asking = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Long> taken = new ArrayList<>();
  private List<Long> alone = List.of();
  private LoadTime time = new LoadTime(0, 0);

  /**
   * Of a route.
   *
   * @param identity the headers that say who asks
   */
  LoadRun(LoadCall call, String identity) {
    this.call = call;
    this.identity = identity;
  }

  /** Asks without keeping what it took. */
  void warm(int callers, Duration longest, int most) throws Exception {
    round(callers, longest, most);
    asking.set(0);
    bytes.set(0);
  }

  /** Asks one after the other. */
  void alone(Duration longest, int most) throws Exception {
    alone = round(1, longest, most).stream().sorted().toList();
    asking.set(0);
    bytes.set(0);
  }

  /** Asks with so many always in flight. */
  void together(int callers, Duration longest, int most) throws Exception {
    LoadTime before = LoadTime.now();
    taken.addAll(round(callers, longest, most));
    time = time.plus(LoadTime.now().since(before));
  }

  /** A line of the table. */
  String line() {
    List<Long> sorted = taken.stream().sorted().toList();
    int done = Math.max(1, taken.size());
    double count = done * 1e6;
    return "%7.1f %7.1f %7.1f %7.1f  %6.2f %6.2f %6.2f  %6d %7d %7d  %s"
        .formatted(
            at(alone, 0.5),
            at(sorted, 0.5),
            at(sorted, 0.99),
            at(sorted, 1),
            (time.jvm() - asking.get()) / count,
            time.database() / count,
            asking.get() / count,
            bytes.get() / done,
            taken.size(),
            refused.get(),
            call.name());
  }

  private List<Long> round(int callers, Duration longest, int most) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      long end = System.nanoTime() + longest.toNanos();
      int last = number.get() + most;
      Callable<List<Long>> caller = () -> asked(end, last);
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> each :
          threads.invokeAll(IntStream.range(0, callers).mapToObj(it -> caller).toList())) {
        all.addAll(each.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private List<Long> asked(long end, int last) {
    long begun = LoadTime.own();
    List<Long> each = new ArrayList<>();
    try (LoadClient client = new LoadClient(Served.CONSOLE.port())) {
      OptionalInt next = next(last);
      for (long now = System.nanoTime();
          now < end && next.isPresent();
          now = System.nanoTime(), next = next(last)) {
        long read = client.ask(call.request(next.getAsInt(), identity));
        if (read < 0) {
          refused.incrementAndGet();
        } else {
          bytes.addAndGet(read);
          each.add(System.nanoTime() - now);
        }
      }
    } catch (IOException ended) {
      refused.incrementAndGet();
    }
    asking.addAndGet(LoadTime.own() - begun);
    return each;
  }

  private OptionalInt next(int last) {
    int next = number.getAndUpdate(it -> Math.min(it + 1, last));
    return next < last ? OptionalInt.of(next) : OptionalInt.empty();
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
  }
}
