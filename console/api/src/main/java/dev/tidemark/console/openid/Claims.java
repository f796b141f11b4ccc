// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an ID token says, once it is trusted. */
record Claims(Map<String, Object> values) {
  Identity identity(IssuerSettings settings) {
    Set<String> held = texts(settings.rolesClaim());
    return new Identity(
        String.valueOf(values.get("iss")),
        String.valueOf(values.get("sub")),
        email(),
        settings.rules().stream().filter(rule -> held.contains(rule.value())).toList());
  }

  private @Nullable String email() {
    boolean verified = Boolean.TRUE.equals(values.get("email_verified"));
    return verified && values.get("email") instanceof String email && email.contains("@")
        ? email
        : null;
  }

  private Set<String> texts(String claim) {
    Object found = found(claim);
    Collection<?> all =
        found instanceof Collection<?> several ? several : found == null ? Set.of() : Set.of(found);
    return all.stream().map(String::valueOf).collect(Collectors.toSet());
  }

  /** Of that very name, or step by step: names that are addresses have dots, too. */
  private @Nullable Object found(String claim) {
    if (values.containsKey(claim)) {
      return values.get(claim);
    }
    Object inside = values;
    for (String step : claim.split("\\.", -1)) {
      inside = inside instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return inside;
  }
}
