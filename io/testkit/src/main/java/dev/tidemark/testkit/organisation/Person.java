// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account: a human, or a service that works for a team.
 *
 * @param login unique in the company, letters, digits and dots
 * @param name as people write it
 * @param left null while here
 */
public record Person(
    int index,
    Kind kind,
    String login,
    String name,
    Team team,
    Instant joined,
    @Nullable Instant left) {
  public Person {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(joined, "joined");
  }

  /** What somebody is. */
  public enum Kind {
    /** A human being. */
    HUMAN,
    /** A program. */
    SERVICE
  }

  /** Whether it is a human being. */
  public boolean isHuman() {
    return kind == Kind.HUMAN;
  }

  /** The address mail reaches them at: under a name reserved for examples. */
  public String email() {
    return login + "@" + Words.DOMAIN;
  }

  /** Whether they have their account at a time. */
  public boolean isHere(Instant at) {
    return !at.isBefore(joined) && (left == null || at.isBefore(left));
  }
}
