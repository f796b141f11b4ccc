// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.NormaliseContext;
import java.util.Locale;
import java.util.Set;

/** What a record of the stream {@code login_history} says in standard metrics. */
final class LoginEvents implements Events {
  /** First factors that are as good as two: single sign-on, keys, passkeys. */
  private static final Set<String> STRONG =
      Set.of(
          "SAML2_ASSERTION",
          "ID_TOKEN",
          "OAUTH_ACCESS_TOKEN",
          "RSA_KEYPAIR",
          "PASSKEY",
          "WORKLOAD_IDENTITY");

  @Override
  public void normalise(Facts login, NormaliseContext context, Emitter emitter) {
    boolean success = login.flag("succeeded");
    String kind = People.kind(login);
    String mfa = Boolean.toString(isStrong(login));
    emitter.sum(
        MetricNames.LOGIN,
        1,
        null,
        People.attributes(
            "principal.kind", kind, "mfa", mfa, "outcome", success ? "succeeded" : "failed"));
    if (success) {
      emitter.member(
          MetricNames.ACTIVE,
          Subjects.user(context, login.text("user_name")),
          People.attributes("principal.kind", kind, "mfa", mfa));
    }
  }

  private static boolean isStrong(Facts login) {
    boolean second =
        login.findText("second_factor").filter(factor -> !factor.isBlank()).isPresent();
    String first = login.findText("first_factor").orElse("").toUpperCase(Locale.ROOT);
    return second || STRONG.contains(first);
  }
}
