// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What records about users of Redshift say in standard metrics. */
final class UserEvents {
  /** The one privilege that holds everywhere. */
  static final String SUPERUSER = "superuser";

  private UserEvents() {}

  static void user(Facts user, NormaliseContext context, Emitter emitter) {
    emitter.member(
        MetricNames.ENTITLED,
        principal(user, context),
        Attributes.of("principal.kind", user.text("kind")));
    if (user.flag("superuser")) {
      emitter.member(
          MetricNames.PRIVILEGED, grant(user, context), Attributes.of("grant.kind", SUPERUSER));
    }
  }

  /** An hour in which somebody logged in, or tried to, in one way. */
  static void login(Facts hour, NormaliseContext context, Emitter emitter) {
    boolean succeeded = hour.flag("succeeded");
    String kind = hour.text("kind");
    String strong = Boolean.toString(hour.flag("strong"));
    emitter.sum(
        MetricNames.LOGIN,
        (double) hour.count("login_count"),
        null,
        Attributes.of(
            Map.of(
                "principal.kind",
                kind,
                "mfa",
                strong,
                "outcome",
                succeeded ? "succeeded" : "failed")));
    if (succeeded) {
      emitter.member(
          MetricNames.ACTIVE,
          principal(hour, context),
          Attributes.of(Map.of("principal.kind", kind, "mfa", strong)));
    }
  }

  /** A user, the same in every stream and in every database of a warehouse. */
  static String principal(Facts record, NormaliseContext context) {
    return context.pseudonym(name(record, context));
  }

  /** What a superuser may do. */
  static String grant(Facts record, NormaliseContext context) {
    return context.pseudonym(name(record, context) + "&grant=" + SUPERUSER);
  }

  private static String name(Facts record, NormaliseContext context) {
    return context.stratum()
        + "/redshift/"
        + WarehouseFields.of(record).cluster()
        + "#user="
        + record.text("user_name");
  }
}
