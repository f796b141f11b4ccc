// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.List;
import java.util.stream.Stream;

/** What a record of the stream {@code roles} says in standard metrics. */
final class RoleEvents {
  private static final List<String> ATTRIBUTES =
      List.of("superuser", "createrole", "createdb", "replication", "bypassrls");

  void normalise(Facts role, NormaliseContext context, Emitter emitter) {
    String who = context.stratum() + "#role=" + role.count("role");
    String principal = context.pseudonym(who);
    if (role.flag("login") && role.flag("connects") && !role.flag("expired")) {
      emitter.member(MetricNames.ENTITLED, principal, Attributes.none());
    }
    if (isActive(role)) {
      emitter.member(MetricNames.ACTIVE, principal, Attributes.none());
    }
    for (String grant : grants(role)) {
      grant(role, grant, context.pseudonym(who + "&" + grant), emitter);
    }
  }

  /** Seen at work: a session now, or queries since the last pass. */
  private static boolean isActive(Facts role) {
    return role.findCount("sessions").orElse(0) > 0 || role.holds("ran_statements");
  }

  /** A privilege counts as used while its holder runs queries: the server tells nothing finer. */
  private static void grant(Facts role, String kind, String pseudonym, Emitter emitter) {
    Attributes attributes = Attributes.of("grant.kind", kind);
    emitter.member(MetricNames.PRIVILEGED, pseudonym, attributes);
    if (role.holds("ran_statements")) {
      emitter.member(MetricNames.USED, pseudonym, attributes);
    }
  }

  private static List<String> grants(Facts role) {
    return Stream.concat(ATTRIBUTES.stream().filter(role::flag), role.texts("memberships").stream())
        .toList();
  }
}
