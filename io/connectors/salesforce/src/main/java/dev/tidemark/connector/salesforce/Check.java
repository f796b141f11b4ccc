// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.http.Answer;
import dev.tidemark.http.Call;
import dev.tidemark.http.HttpChecks;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks whether everything the connector needs is there; ends at the first thing that is not. */
record Check(Organisation organisation) {
  List<CheckResult> results() {
    List<CheckResult> results = new ArrayList<>();
    try {
      connection(results);
      permissions(Rights.of(organisation.session()), results);
    } catch (ConnectorException failure) {
      results.add(refused(failure));
    }
    results.sort((one, other) -> Boolean.compare(one.passed(), other.passed()));
    return results;
  }

  private void connection(List<CheckResult> results) {
    Session session = organisation.session();
    Identity identity = session.identity();
    results.add(CheckResult.passed("credential", "the app may act as user " + identity.user()));
    ApiVersion version = organisation.version(session.conversation());
    results.add(CheckResult.passed("release", "release " + version.number() + " is spoken"));
    Answer limits = session.conversation().send(Call.get(version.path("limits")));
    organisation.allocation().see(limits.head());
    results.add(HttpChecks.clock(limits.head()));
    results.add(CheckResult.passed("network", "the organisation answers"));
  }

  private static void permissions(Set<Rights.Right> rights, List<CheckResult> results) {
    results.add(
        permission(
            rights.contains(Rights.Right.VIEW_SETUP),
            Rights.Right.VIEW_SETUP.title(),
            "objects, fields, permission sets and setup changes"));
    results.add(
        permission(
            Rights.seeLogins(rights),
            Rights.Right.MANAGE_USERS.title() + " or " + Rights.Right.MONITOR_LOGINS.title(),
            "the sign-ins of others"));
    results.add(
        permission(
            rights.contains(Rights.Right.VIEW_HEALTH),
            Rights.Right.VIEW_HEALTH.title(),
            "the security score"));
  }

  private static CheckResult permission(boolean granted, String title, String what) {
    String need = "permission: " + title;
    return granted
        ? CheckResult.passed(need, "granted")
        : CheckResult.failed(
            need,
            Category.PERMISSION,
            "the integration user lacks "
                + title
                + " and cannot see "
                + what
                + ": add it to the permission set");
  }

  private static CheckResult refused(ConnectorException failure) {
    String need =
        switch (failure.category()) {
          case AUTH -> "credential";
          case PERMISSION -> "permission";
          case CONFIG -> "settings";
          case RATE_LIMITED -> "allocation";
          default -> "network";
        };
    return CheckResult.failed(need, failure.category(), String.valueOf(failure.getMessage()));
  }
}
