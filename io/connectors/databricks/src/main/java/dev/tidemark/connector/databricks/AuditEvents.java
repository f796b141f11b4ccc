// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;
import java.util.Set;

/** What an hour of one action by one principal says in standard metrics. */
final class AuditEvents implements Events {
  /** Signing in through somebody else who asked for more than a password, or by a second factor. */
  private static final Set<String> STRONG =
      Set.of("samlLogin", "aadBrowserLogin", "oidcBrowserLogin", "mfaLogin");

  @Override
  public void normalise(Facts hour, NormaliseContext context, Emitter emitter) {
    double events = (double) hour.count("event_count");
    if (hour.text("service_name").equals("accounts")) {
      login(hour, events, context, emitter);
    } else if (hour.flag("succeeded")) {
      Attributes actor = Attributes.of("actor", hour.text("actor_kind"));
      emitter.sum(MetricNames.OBJECT_CHANGE, events, null, actor);
    }
  }

  /** How a plain login was proved is not told, so nothing is said of it; nobody is active by it. */
  private static void login(Facts hour, double events, NormaliseContext context, Emitter emitter) {
    String kind = hour.text("actor_kind");
    String outcome = hour.flag("succeeded") ? "succeeded" : "failed";
    boolean strong = STRONG.contains(hour.text("action_name"));
    Map<String, String> known = Map.of("principal.kind", kind, "outcome", outcome);
    Map<String, String> all = Map.of("principal.kind", kind, "outcome", outcome, "mfa", "true");
    emitter.sum(MetricNames.LOGIN, events, null, Attributes.of(strong ? all : known));
    if (strong && hour.flag("succeeded")) {
      emitter.member(
          MetricNames.ACTIVE,
          Subjects.principal(context, hour.text("actor")),
          Attributes.of(Map.of("principal.kind", kind, "mfa", "true")));
    }
  }
}
