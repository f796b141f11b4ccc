// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often an address may try to sign in: so many times, and then as many in a minute. The
 * addresses of late are remembered, so memory stays bounded. For any number of threads.
 */
public final class Attempts {
  private static final int ADDRESSES = 1000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Bucket> buckets = new Recent();
  private final int most;

  /** At most so many a minute. */
  public Attempts(int most) {
    this.most = most;
  }

  private static final class Recent extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > ADDRESSES;
    }
  }

  /** Counts an attempt; refuses it with the time to wait where there were too many. */
  public void count(String address) {
    ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      throw Problem.of(Kind.TOO_MANY_REQUESTS, "Wait " + seconds + " seconds and try again.")
          .thrown()
          .with("Retry-After", String.valueOf(seconds));
    }
  }

  private synchronized Bucket bucket(String address) {
    return buckets.computeIfAbsent(
        address,
        it ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .build());
  }
}
