// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.ListingSession;
import dev.tidemark.authoring.Listings;
import dev.tidemark.model.stream.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** The account during one fetch: it counts what is asked. For one thread. */
final class Session implements ListingSession {
  /** The unit GetMetricData is charged in. */
  static final String PAID_METRIC = "cloudwatch_metrics";

  /** What a workgroup of Redshift is charged by, and what others wait for. */
  static final String RUNNING = "redshift_seconds";

  private final Platform platform;
  private final Instant now;
  private long calls;
  private long paidMetrics;
  private Duration ran = Duration.ZERO;

  /**
   * A session.
   *
   * @param now the upper bound of what is read
   */
  Session(Platform platform, Instant now) {
    this.platform = platform;
    this.now = now;
  }

  Account account() {
    return platform.account();
  }

  Clients clients() {
    return platform.clients();
  }

  Scope scope() {
    return platform.scope();
  }

  @Override
  public Listings listings() {
    return platform.listings();
  }

  Instant now() {
    return now;
  }

  /**
   * Asks a service.
   *
   * @param region the one asked, for the message
   */
  <T> T call(Action action, String region, Supplier<T> question) {
    try {
      return asked(question);
    } catch (SdkException failure) {
      throw platform.failures().of(failure, action, region);
    }
  }

  /**
   * Asks a service for a configuration that need not be there.
   *
   * @return empty where the service says there is none
   */
  <T> Optional<T> find(Action action, String region, Supplier<T> question) {
    try {
      return Optional.of(asked(question));
    } catch (SdkException failure) {
      if (Failures.isAbsence(failure)) {
        return Optional.empty();
      }
      throw platform.failures().of(failure, action, region);
    }
  }

  /** A role's key that is refused before its time is replaced, once. */
  private <T> T asked(Supplier<T> question) {
    Credentials credentials = clients().credentials();
    long renewals = credentials.renewals();
    calls++;
    try {
      return question.get();
    } catch (SdkException failure) {
      if (!Failures.isExpiry(failure) || !credentials.renew(renewals)) {
        throw failure;
      }
      calls++;
      return question.get();
    }
  }

  /** Metrics asked for, which the vendor charges each. */
  void pay(int metrics) {
    paidMetrics += metrics;
  }

  /** How long a statement kept a warehouse busy. */
  void ran(Duration time) {
    ran = ran.plus(time);
  }

  @Override
  public long calls() {
    return calls;
  }

  /** What the vendor charges for beyond calls. */
  @Override
  public Cost cost() {
    Cost metrics = paidMetrics == 0 ? Cost.none() : Cost.of(PAID_METRIC, (double) paidMetrics);
    return ran.isZero() ? metrics : metrics.plus(Cost.of(RUNNING, ran.toNanos() / 1e9));
  }
}
