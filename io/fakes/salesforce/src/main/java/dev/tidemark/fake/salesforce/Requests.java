// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import dev.tidemark.testkit.fake.Request;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The requests by which a connector's streams are read. */
final class Requests {
  private Requests() {}

  static Predicate<Request> of(String stream) {
    return switch (stream) {
      case "org" -> request -> request.path().endsWith("/limits");
      case "objects" -> asking("FROM FieldDefinition\\b");
      case "users" -> asking("Username\\b.* FROM User\\b");
      case "logins" -> asking("FROM LoginHistory\\b");
      case "setup_changes" -> asking("FROM SetupAuditTrail\\b");
      case "grants" -> asking("FROM PermissionSetAssignment\\b(?!.*AssigneeId =)");
      case "reads" -> asking("EventType, .*FROM EventLogFile\\b");
      case "agents" -> asking("FROM BotDefinition\\b");
      default -> throw new IllegalArgumentException("no stream is called " + stream);
    };
  }

  private static Predicate<Request> asking(String pattern) {
    Pattern known = Pattern.compile(pattern);
    return request -> request.query("q").filter(it -> known.matcher(it).find()).isPresent();
  }
}
