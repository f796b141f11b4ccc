// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Verifies what the connector needs: what fails comes first. */
record Check(Server server, Failures failures) {
  private static final Duration MOST_SKEW = Duration.ofMinutes(1);
  private static final int MOST_NAMED = 5;

  List<CheckResult> results() {
    try (Session session = server.sessions().first()) {
      List<CheckResult> results = new ArrayList<>();
      results.add(CheckResult.passed("network", "reached " + failures.account().hostAndPort()));
      results.add(CheckResult.passed("credential", "the login was accepted"));
      results.add(version(session));
      results.add(clock(session));
      results.add(statistics(session));
      results.add(connect(server.databases().list(session)));
      results.add(statements());
      results.sort(Comparator.comparing(CheckResult::passed));
      return results;
    } catch (ConnectorException failure) {
      return List.of(refused(failure));
    }
  }

  private static CheckResult refused(ConnectorException failure) {
    String message = String.valueOf(failure.getMessage());
    return CheckResult.failed(need(failure.category()), failure.category(), message);
  }

  private static String need(Category category) {
    return switch (category) {
      case AUTH -> "credential";
      case NOT_FOUND -> "database";
      case PERMISSION -> "permission: connect";
      case UNSUPPORTED -> "version";
      case CONFIG -> "encryption";
      default -> "network";
    };
  }

  private static CheckResult version(Session session) {
    int major = session.major();
    return CheckResult.passed(
        "version",
        major > Version.NEWEST
            ? "PostgreSQL " + major + " is newer than what the connector was tested with"
            : "PostgreSQL " + major);
  }

  private static CheckResult clock(Session session) {
    long seconds = Long.parseLong(session.texts("clock").get(0));
    long skew = Math.abs(Instant.now().getEpochSecond() - seconds);
    return skew <= MOST_SKEW.toSeconds()
        ? CheckResult.passed("clock", "the clocks agree")
        : CheckResult.failed(
            "clock",
            Category.CONFIG,
            "the server's clock and this one differ by " + skew + " s: set both by NTP");
  }

  private CheckResult statistics(Session session) {
    boolean granted = session.texts("reads_statistics").get(0).equals("t");
    return granted
        ? CheckResult.passed("permission: pg_monitor", "all statistics can be read")
        : CheckResult.failed(
            "permission: pg_monitor",
            Category.PERMISSION,
            "sessions, replication and queries of other roles are hidden: "
                + failures.grantMonitor());
  }

  private CheckResult connect(List<Database> databases) {
    List<String> closed =
        databases.stream()
            .filter(database -> !database.isConnectable())
            .map(Database::name)
            .toList();
    if (databases.isEmpty()) {
      return CheckResult.failed(
          "permission: connect",
          Category.CONFIG,
          "no database fits the options databases and exclude-databases: correct them");
    }
    return closed.isEmpty()
        ? CheckResult.passed("permission: connect", databases.size() + " databases can be read")
        : CheckResult.failed("permission: connect", Category.PERMISSION, closed(closed));
  }

  private String closed(List<String> databases) {
    String named = String.join(", ", databases.stream().limit(MOST_NAMED).toList());
    String more = databases.size() > MOST_NAMED ? " and others" : "";
    return "no permission to connect to "
        + named
        + more
        + ": "
        + failures.grantConnect(databases.get(0));
  }

  private CheckResult statements() {
    return CheckResult.passed(
        "pg_stat_statements",
        server.statements().find().isPresent()
            ? "queries can be counted"
            : "not available, so queries are not counted; to change that: add it to"
                + " shared_preload_libraries, restart, CREATE EXTENSION pg_stat_statements");
  }
}
