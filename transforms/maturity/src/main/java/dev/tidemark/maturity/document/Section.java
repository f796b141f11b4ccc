// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping of a document while it is being checked. Whatever is asked for and is missing or wrong
 * becomes a problem and comes back empty; {@link #close} reports the keys that are missing and
 * those nobody asked for.
 */
public final class Section {
  private final String path;
  private final Tree.Mapping mapping;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private Section(String path, Tree.Mapping mapping, Problems problems) {
    this.path = path;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The view of a tree that must be a mapping. */
  public static Optional<Section> of(Tree tree, String path, Problems problems) {
    if (tree instanceof Tree.Mapping mapping) {
      return Optional.of(new Section(path, mapping, problems));
    }
    problems.add(path, tree.line(), tree.description() + " is no mapping", "write keys and values");
    return Optional.empty();
  }

  /** The dotted path of the mapping. */
  public String path() {
    return path;
  }

  /** The line it starts on. */
  public int line() {
    return mapping.line();
  }

  /** Where the problems of the document are collected. */
  public Problems problems() {
    return problems;
  }

  /** All its keys, all of them counted as asked for. */
  public Map<String, Tree> entries() {
    asked.addAll(mapping.entries().keySet());
    return mapping.entries();
  }

  /** Whether a key is given; counts as asked for. */
  public boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  /** The value of a key, if it is given. */
  public Optional<Tree> optional(String key) {
    asked.add(key);
    return Optional.ofNullable(mapping.entries().get(key));
  }

  /** The value of a key that must be given. */
  public Optional<Tree> required(String key) {
    Optional<Tree> value = optional(key);
    if (value.isEmpty()) {
      missing.add(key);
    }
    return value;
  }

  /** The inner mapping of a key that must be given. */
  public Optional<Section> section(String key) {
    return required(key).flatMap(tree -> of(tree, path(key), problems));
  }

  /** The inner mapping of a key that may be given. */
  public Optional<Section> optionalSection(String key) {
    return optional(key).flatMap(tree -> of(tree, path(key), problems));
  }

  /** The text of a key that must be given. */
  public Optional<String> text(String key) {
    return required(key).flatMap(tree -> value(key).text(tree));
  }

  /** The text of a key that may be given. */
  public Optional<String> optionalText(String key) {
    return optional(key).flatMap(tree -> value(key).text(tree));
  }

  /** The number of a key that must be given, within the bounds, both included. */
  public OptionalDouble number(String key, double least, double most) {
    return required(key)
        .map(tree -> value(key).number(tree, least, most))
        .orElse(OptionalDouble.empty());
  }

  /** The number of a key that may be given, within the bounds, both included. */
  public OptionalDouble optionalNumber(String key, double least, double most) {
    return optional(key)
        .map(tree -> value(key).number(tree, least, most))
        .orElse(OptionalDouble.empty());
  }

  /** The checks for the value of one key. */
  public Value value(String key) {
    return new Value(path(key), problems);
  }

  /** Notes a problem with one key. */
  public void problem(String key, String what, String remedy) {
    Tree value = mapping.entries().get(key);
    problems.add(path(key), value == null ? line() : value.line(), what, remedy);
  }

  /**
   * Reports every key that nobody asked for and every one that is missing; a misspelt key is one
   * problem, not two.
   */
  public void close() {
    for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
      if (!asked.contains(entry.getKey())) {
        NearestName.of(entry.getKey(), missing).ifPresent(missing::remove);
        String remedy = NearestName.remedy(entry.getKey(), new TreeSet<>(asked));
        problems.add(path(entry.getKey()), entry.getValue().line(), "unknown key", remedy);
      }
    }
    missing.forEach(key -> problems.add(path(key), line(), "it is missing", "add " + key));
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
