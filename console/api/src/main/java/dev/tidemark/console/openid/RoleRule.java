// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import dev.tidemark.console.access.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the issuer's claim lets people do.
 *
 * @param value such as the name of a group
 * @param organisation its name; null for all of them
 */
public record RoleRule(String value, Role role, @Nullable String organisation) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?<value>.+)=(?<role>[a-z]+)(@(?<organisation>.+))?");

  /**
   * The rule written {@code VALUE=ROLE} or {@code VALUE=ROLE@ORGANISATION}; empty if it is none.
   */
  static Optional<RoleRule> of(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(matcher.group("role")))
        .map(role -> new RoleRule(matcher.group("value"), role, matcher.group("organisation")))
        .findFirst();
  }
}
