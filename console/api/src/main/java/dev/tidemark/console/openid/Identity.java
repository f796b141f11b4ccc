// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who an issuer says that somebody is, checked.
 *
 * @param subject never means anybody else at this issuer
 * @param email only one the issuer says it has verified; null where it does not
 * @param claimed what its rules let them do
 */
public record Identity(
    String issuer, String subject, @Nullable String email, List<RoleRule> claimed) {
  public Identity {
    claimed = List.copyOf(claimed);
  }
}
