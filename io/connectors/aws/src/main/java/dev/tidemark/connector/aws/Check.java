// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Calls;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Verifies what the connector needs: what fails comes first. */
record Check(Platform platform, Calls calls) {
  private static final Duration MOST_SKEW = Duration.ofMinutes(1);

  /** The services refuse requests that are five minutes off; what is left is for the answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(7);

  List<CheckResult> results() {
    Instant deadline = Instant.now().plus(PATIENCE);
    List<CheckResult> results = new ArrayList<>();
    try {
      platform.account().verify();
      GetCallerIdentityResponse identity = calls.run(this::identity);
      results.add(CheckResult.passed("network", "reached STS in " + platform.account().home()));
      results.add(CheckResult.passed("credential", "it is accepted"));
      results.add(account(identity));
      results.add(clock(identity));
      permissions(deadline, results);
      if (platform.scope().usesInventories()) {
        results.addAll(calls.run(() -> InventoryProbes.results(session())));
      }
    } catch (ConnectorException failure) {
      results.add(refused(failure));
    }
    results.sort(Comparator.comparing(Check::rank));
    return results;
  }

  /** What is wrong for certain, what could not be found out, what is right. */
  private static int rank(CheckResult result) {
    if (result.passed()) {
      return 2;
    }
    return result.failure() == Category.TRANSIENT ? 1 : 0;
  }

  private GetCallerIdentityResponse identity() {
    String home = platform.account().home();
    return session()
        .call(Action.IDENTITY, home, () -> platform.clients().sts().getCallerIdentity());
  }

  private Session session() {
    return new Session(platform, Instant.now());
  }

  private static CheckResult refused(ConnectorException failure) {
    String need =
        switch (failure.category()) {
          case AUTH -> "credential";
          case PERMISSION -> "permission";
          case CONFIG -> "settings";
          case RATE_LIMITED -> "rate limit";
          default -> "network";
        };
    return CheckResult.failed(need, failure.category(), String.valueOf(failure.getMessage()));
  }

  private CheckResult account(GetCallerIdentityResponse identity) {
    String number = platform.account().number();
    return number.equals(identity.account())
        ? CheckResult.passed("account", "the credential is one of account " + number)
        : CheckResult.failed(
            "account",
            Category.CONFIG,
            "the credential belongs to account "
                + identity.account()
                + " and not to "
                + number
                + ": correct the option account, or give role-arn");
  }

  private static CheckResult clock(GetCallerIdentityResponse identity) {
    long skew =
        identity
            .sdkHttpResponse()
            .firstMatchingHeader("Date")
            .flatMap(Check::time)
            .map(there -> Duration.between(there, Instant.now()).abs().toSeconds())
            .orElse(0L);
    return skew <= MOST_SKEW.toSeconds()
        ? CheckResult.passed("clock", "the clocks agree")
        : CheckResult.failed(
            "clock",
            Category.CONFIG,
            "the clocks of AWS and of this machine differ by " + skew + " s: set it by NTP");
  }

  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (java.time.DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private void permissions(Instant deadline, List<CheckResult> results) {
    List<Probe> probes = calls.run(() -> Probe.all(session()));
    List<Calls.Work<CheckResult>> work =
        probes.stream().map(probe -> calls.begin(() -> result(probe, deadline))).toList();
    work.forEach(it -> results.add(calls.await(it)));
  }

  private CheckResult result(Probe probe, Instant deadline) {
    String need = "permission: " + probe.action().permission() + " " + probe.region();
    if (Instant.now().isAfter(deadline)) {
      return CheckResult.failed(need, Category.TRANSIENT, "not checked in time: check again");
    }
    return probe
        .refusal(session())
        .map(it -> CheckResult.failed(need, it.category(), String.valueOf(it.getMessage())))
        .orElseGet(() -> CheckResult.passed(need, "granted"));
  }
}
