// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Verifies what the connector needs: what fails comes first. */
record Check(Account account, Sessions sessions) {
  private static final Duration MOST_SKEW = Duration.ofMinutes(1);

  private static final List<View> EXAMPLES =
      List.of(
          View.TABLES,
          View.TABLE_STORAGE_METRICS,
          View.QUERY_HISTORY,
          View.ACCESS_HISTORY,
          View.USERS,
          View.DATA_QUALITY_MONITORING_EXPECTATION_STATUS);

  List<CheckResult> results() {
    try (Session session = sessions.take()) {
      List<CheckResult> results = new ArrayList<>();
      results.add(CheckResult.passed("network", "reached " + account.name()));
      results.add(CheckResult.passed("credential", "the login was accepted"));
      context(session, results);
      views(session, results);
      results.sort(Comparator.comparing(CheckResult::passed));
      return results;
    } catch (ConnectorException failure) {
      return List.of(refused(failure));
    }
  }

  private static CheckResult refused(ConnectorException failure) {
    String message = String.valueOf(failure.getMessage());
    return CheckResult.failed(need(failure, message), failure.category(), message);
  }

  private static String need(ConnectorException failure, String message) {
    return switch (failure.category()) {
      case AUTH -> "credential";
      case NOT_FOUND -> "account";
      case PERMISSION -> message.startsWith("warehouse") ? "warehouse" : "role";
      case CONFIG -> "address";
      default -> "network";
    };
  }

  /** What is known of the session needs no warehouse. */
  private void context(Session session, List<CheckResult> results) {
    List<String> known = session.texts("SELECT CURRENT_ROLE(), CURRENT_WAREHOUSE()");
    results.add(
        known.get(0).equalsIgnoreCase(account.role())
            ? CheckResult.passed("role", "reads as " + account.role())
            : CheckResult.failed("role", Category.PERMISSION, sessions.failures().roleMissing()));
    results.add(
        known.get(1).equalsIgnoreCase(account.warehouse())
            ? CheckResult.passed("warehouse", account.warehouse() + " may be used")
            : CheckResult.failed(
                "warehouse", Category.PERMISSION, sessions.failures().warehouseMissing()));
    results.add(clock(session));
  }

  private static CheckResult clock(Session session) {
    long skew = Math.abs(Duration.between(session.clock(), Instant.now()).toSeconds());
    return skew <= MOST_SKEW.toSeconds()
        ? CheckResult.passed("clock", "the clocks agree")
        : CheckResult.failed(
            "clock",
            Category.CONFIG,
            "this machine's clock and the account's differ by " + skew + " s: set it by NTP");
  }

  /** Each viewer role by one of the views it opens: a role opens all of them. */
  private void views(Session session, List<CheckResult> results) {
    Map<ViewerRole, List<View>> invisible = new EnumMap<>(ViewerRole.class);
    for (View view : EXAMPLES) {
      List<View> views = invisible.computeIfAbsent(view.role(), unused -> new ArrayList<>());
      if (session.columns(view).isEmpty()) {
        views.add(view);
      }
    }
    invisible.forEach((role, views) -> results.add(result(role, views)));
  }

  private CheckResult result(ViewerRole role, List<View> invisible) {
    String need = "permission: " + role.title();
    if (invisible.isEmpty()) {
      return CheckResult.passed(need, "granted");
    }
    String names = invisible.stream().map(View::name).collect(Collectors.joining(", "));
    if (invisible.stream().allMatch(View::isEnterprise)) {
      return CheckResult.failed(
          need,
          Category.UNSUPPORTED,
          names
              + " cannot be seen: the account is of the Standard edition, or "
              + role.grantTo(account.role()));
    }
    return CheckResult.failed(
        need, Category.PERMISSION, names + " cannot be seen: " + role.grantTo(account.role()));
  }
}
