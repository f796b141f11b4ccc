// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the terms of a model: questions that have a name, such as "active", and may use one
 * another.
 */
final class TermReader {
  private final Problems problems;
  private final Map<String, Predicate> known = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private Map<String, Tree> written = Map.of();

  TermReader(Problems problems) {
    this.problems = problems;
  }

  Map<String, Predicate> read(Section section) {
    written = section.entries();
    written.keySet().forEach(this::resolve);
    return known;
  }

  /**
   * The question of that name, read when first asked for; one that leads back to itself is a
   * problem.
   */
  private Optional<Predicate> resolve(String name) {
    Tree tree = written.get(name);
    if (tree == null || known.containsKey(name)) {
      return Optional.ofNullable(known.get(name));
    }
    if (open.contains(name)) {
      String round = String.join(" -> ", open) + " -> " + name;
      problems.add(
          "terms." + name, tree.line(), "it is defined by itself: " + round, "break the circle");
      return Optional.of(Predicate.ANYTHING);
    }
    open.addLast(name);
    Predicate predicate = new PredicateReader("terms." + name, this::resolve, problems).read(tree);
    open.removeLast();
    known.put(name, predicate);
    return Optional.of(predicate);
  }
}
