// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
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
   * The facts without which the answer is not known: those whose absence from every subject means
   * that the source cannot see them.
   */
  SortedSet<String> needed();

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
    public SortedSet<String> needed() {
      return union(parts);
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
    public SortedSet<String> needed() {
      return union(parts);
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
    public SortedSet<String> needed() {
      return inner.needed();
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
    public SortedSet<String> needed() {
      return condition.toleratesAbsence() ? new TreeSet<>() : new TreeSet<>(List.of(name));
    }

    @Override
    public String toString() {
      return name + " " + condition;
    }
  }

  private static SortedSet<String> union(List<Predicate> parts) {
    return parts.stream()
        .flatMap(part -> part.needed().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
