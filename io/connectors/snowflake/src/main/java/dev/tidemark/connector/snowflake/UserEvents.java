// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;

/** What a record of the stream {@code users} says in standard metrics. */
final class UserEvents implements Events {
  @Override
  public void normalise(Facts user, NormaliseContext context, Emitter emitter) {
    String hash = user.text("user_name");
    if (mayLogIn(user, emitter)) {
      emitter.member(
          MetricNames.ENTITLED,
          Subjects.user(context, hash),
          Attributes.of("principal.kind", People.kind(user)));
    }
    for (String role : user.findText("privileged_roles").orElse("").split(",")) {
      if (!role.isBlank()) {
        emitter.member(
            MetricNames.PRIVILEGED,
            Subjects.grant(context, hash, role),
            Attributes.of("grant.kind", role.toLowerCase(java.util.Locale.ROOT)));
      }
    }
  }

  private static boolean mayLogIn(Facts user, Emitter emitter) {
    boolean expired =
        user.findInstant("expires_at").filter(end -> end.isBefore(emitter.at())).isPresent();
    return !expired && !user.holds("disabled");
  }
}
