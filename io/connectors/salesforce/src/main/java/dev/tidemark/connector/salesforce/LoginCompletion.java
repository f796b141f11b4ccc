// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is not in the history of sign-ins: who the user is, and whether a second factor was given.
 */
final class LoginCompletion implements KeysetPass.Completion {
  /** Codes sent by mail or text message show that the device is known, and are no second factor. */
  private static final Set<String> WEAK = Set.of("Email", "Sms", "EnableLL");

  private static final int AT_ONCE = 300;
  private static final Duration AROUND = Duration.ofHours(1);

  @Override
  public void complete(Session session, List<KeysetPass.Found> found) {
    if (found.isEmpty()) {
      return;
    }
    List<String> users = found.stream().map(it -> it.row().path("UserId").asText()).toList();
    Map<String, String> kinds = session.organisation().people().kinds(users, session);
    Optional<Set<String>> verified = verified(session, asked(found), around(found));
    for (KeysetPass.Found login : found) {
      String kind = kinds.getOrDefault(login.row().path("UserId").asText(), "");
      login.record().put("user_kind", kind);
      verified.ifPresent(ids -> login.record().put("second_factor", ids.contains(login.id())));
    }
  }

  /** Identity is checked while somebody signs in. */
  private static String around(List<KeysetPass.Found> found) {
    return "VerificationTime >= %s AND VerificationTime <= %s"
        .formatted(
            Soql.time(found.get(0).at().minus(AROUND)),
            Soql.time(found.get(found.size() - 1).at().plus(AROUND)));
  }

  /** Those a second factor may have been asked of. */
  private static List<String> asked(List<KeysetPass.Found> found) {
    return found.stream()
        .filter(login -> login.row().path("Status").asText().equals("Success"))
        .map(KeysetPass.Found::id)
        .toList();
  }

  /** Sign-ins with a second factor; empty where the user may not see that. */
  private static Optional<Set<String>> verified(
      Session session, List<String> logins, String around) {
    Set<String> verified = new HashSet<>();
    try {
      for (int from = 0; from < logins.size(); from += AT_ONCE) {
        lookUp(
            session,
            logins.subList(from, Math.min(logins.size(), from + AT_ONCE)),
            around,
            verified);
      }
      return Optional.of(verified);
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      return Optional.empty();
    }
  }

  private static void lookUp(
      Session session, List<String> logins, String around, Set<String> verified) {
    List<JsonNode> rows = new ArrayList<>();
    IdPages.each(
        session,
        Session.Door.QUERY,
        List.of("Id", "LoginHistoryId", "VerificationMethod"),
        "VerificationHistory",
        rows::add,
        around,
        "LoginHistoryId IN " + Soql.texts(logins),
        "Status = 'Succeeded'");
    rows.stream()
        .filter(row -> !WEAK.contains(row.path("VerificationMethod").asText()))
        .forEach(row -> verified.add(row.path("LoginHistoryId").asText()));
  }
}
