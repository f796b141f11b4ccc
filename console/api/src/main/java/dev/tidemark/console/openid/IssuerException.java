// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An issuer that cannot be asked, or whose answer is not taken. */
public final class IssuerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Whose turn it is. */
  public enum Reason {
    /** It does not answer as an issuer does: whoever runs the installation has to look. */
    SILENT,
    /** This sign-in is not accepted; another may be. */
    REFUSED
  }

  private IssuerException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static IssuerException silent(URI issuer, @Nullable Throwable cause) {
    String message =
        "The issuer "
            + issuer
            + " does not answer as OpenID Connect has it: see that it runs, that"
            + " it is reached from here, and that its address is right. Links let people in"
            + " meanwhile.";
    return new IssuerException(Reason.SILENT, message, cause);
  }

  static IssuerException refused(String why, @Nullable Throwable cause) {
    return new IssuerException(Reason.REFUSED, "The issuer let nobody in: " + why + ".", cause);
  }

  public Reason reason() {
    return reason;
  }
}
