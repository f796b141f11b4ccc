// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.outlook.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * What the console is told by whoever starts it, for it does not know it itself.
 *
 * @param types what can be connected
 * @param outlook what would become of a score
 * @param signIn the issuer people may sign in with; null for links alone
 */
public record Installed(
    Iterable<ConnectorType> types, Outlook outlook, @Nullable IssuerSettings signIn) {
  /** One that links alone let people into. */
  public Installed(Iterable<ConnectorType> types, Outlook outlook) {
    this(types, outlook, null);
  }

  /** The same with an issuer; null for none. */
  public Installed with(@Nullable IssuerSettings issuer) {
    return new Installed(types, outlook, issuer);
  }
}
