// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;

/**
 * An attempt to sign in.
 *
 * @param client what was used, such as a browser
 */
public record Login(
    String id,
    Person by,
    Instant begun,
    double lateness,
    Factor factor,
    boolean succeeded,
    String client)
    implements Happening {
  public Login {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(factor, "factor");
    Objects.requireNonNull(client, "client");
  }

  /** How somebody proved who they are. */
  public enum Factor {
    /** A password alone. */
    PASSWORD,
    /** A password and a second factor. */
    SECOND_FACTOR,
    /** Through the company's single sign-on. */
    SINGLE_SIGN_ON,
    /** A key or token, for services. */
    KEY
  }

  /** Whether a stolen password would not have been enough. */
  public boolean isStrong() {
    return factor == Factor.SECOND_FACTOR || factor == Factor.SINGLE_SIGN_ON;
  }
}
