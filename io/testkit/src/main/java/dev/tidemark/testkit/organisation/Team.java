// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.Objects;

/**
 * A team.
 *
 * @param name in small letters and hyphens, unique
 */
public record Team(int index, String name) {
  public Team {
    Objects.requireNonNull(name, "name");
  }
}
