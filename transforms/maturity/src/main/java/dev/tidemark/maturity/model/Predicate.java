// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question about facts or attributes, asked as of a day. Its text is canonical: equal questions
 * print alike.
 */
public sealed interface Predicate {
  /** Everything qualifies. */
  Predicate ANYTHING = new All(List.of());

  /** Whether the facts qualify on that day. */
  boolean test(Map<String, String> facts, LocalDate today);

  /**
   * Whether the question can be answered for subjects among which only these facts occur. A fact
   * that none of them carries is one their source cannot see; it is unknown, not false.
   */
  boolean isAnswerable(Set<String> carried);

  /** All of them hold. */
  record All(List<Predicate> parts) implements Predicate {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Map<String, String> facts, LocalDate today) {
      return parts.stream().allMatch(part -> part.test(facts, today));
    }

    @Override
    public boolean isAnswerable(Set<String> carried) {
      return parts.stream().allMatch(part -> part.isAnswerable(carried));
    }

    @Override
    public String toString() {
      return parts.stream().map(Predicate::toString).sorted().collect(Collectors.joining(" and "));
    }
  }

  /** At least one of them holds. */
  record Any(List<Predicate> parts) implements Predicate {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Map<String, String> facts, LocalDate today) {
      return parts.stream().anyMatch(part -> part.test(facts, today));
    }

    @Override
    public boolean isAnswerable(Set<String> carried) {
      return parts.stream().anyMatch(part -> part.isAnswerable(carried));
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(Predicate::toString)
          .sorted()
          .collect(Collectors.joining(" or ", "(", ")"));
    }
  }

  /** It does not hold. */
  record Negated(Predicate inner) implements Predicate {
    @Override
    public boolean test(Map<String, String> facts, LocalDate today) {
      return !inner.test(facts, today);
    }

    @Override
    public boolean isAnswerable(Set<String> carried) {
      return inner.isAnswerable(carried);
    }

    @Override
    public String toString() {
      return "not (" + inner + ")";
    }
  }

  /** One fact meets a condition. */
  record Fact(String name, Condition condition) implements Predicate {
    @Override
    public boolean test(Map<String, String> facts, LocalDate today) {
      return condition.test(facts.get(name), today);
    }

    @Override
    public boolean isAnswerable(Set<String> carried) {
      return condition.toleratesAbsence() || carried.contains(name);
    }

    @Override
    public String toString() {
      return name + " " + condition;
    }
  }
}
