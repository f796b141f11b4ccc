// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a {@code where}: a mapping of facts to what is asked of them, all of which must hold. A
 * name may also be a term with {@code true} or {@code false}; {@code any} holds alternatives.
 */
final class PredicateReader {
  private static final List<String> ASKED = List.of("not", "except", "within", "older", "at_least");

  private final String path;
  private final Function<String, Optional<Predicate>> terms;
  private final Problems problems;

  PredicateReader(String path, Function<String, Optional<Predicate>> terms, Problems problems) {
    this.path = path;
    this.terms = terms;
    this.problems = problems;
  }

  Predicate read(Tree tree) {
    Optional<Section> section = Section.of(tree, path, problems);
    List<Predicate> parts = new ArrayList<>();
    section
        .map(Section::entries)
        .orElse(Map.of())
        .forEach((name, asked) -> parts.add(part(name, asked)));
    return new Predicate.All(parts);
  }

  private Predicate part(String name, Tree asked) {
    if (name.equals("any")) {
      return new Predicate.Any(value(name).items(asked).stream().map(this::read).toList());
    }
    Optional<Predicate> term = terms.apply(name);
    return term.isPresent()
        ? term(name, term.get(), asked)
        : new Predicate.Fact(name, condition(name, asked));
  }

  private Predicate term(String name, Predicate term, Tree asked) {
    boolean truth = asked instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.TRUTH;
    if (!truth) {
      value(name)
          .refuse(asked, asked.description() + " is neither true nor false", "write true or false");
    }
    return truth && ((Tree.Scalar) asked).text().equals("false")
        ? new Predicate.Negated(term)
        : term;
  }

  private Condition condition(String name, Tree asked) {
    if (asked instanceof Tree.Mapping mapping && mapping.entries().size() == 1) {
      Map.Entry<String, Tree> only = mapping.entries().entrySet().iterator().next();
      return asked(name, only.getKey(), only.getValue());
    }
    return new Condition.OneOf(values(name, asked));
  }

  private Condition asked(String name, String operator, Tree operand) {
    return switch (operator) {
      case "not" -> new Condition.NoneOf(values(name, operand));
      case "except" -> new Condition.Except(values(name, operand));
      case "within" -> new Condition.Within(days(name, operand));
      case "older" -> new Condition.Older(days(name, operand));
      case "at_least" -> new Condition.AtLeast(value(name).number(operand).orElse(0));
      default -> unknown(name, operator, operand);
    };
  }

  private Condition unknown(String name, String operator, Tree operand) {
    value(name)
        .refuse(operand, "unknown condition " + operator, NearestName.remedy(operator, ASKED));
    return new Condition.AtLeast(0);
  }

  private SortedSet<String> values(String name, Tree tree) {
    if (tree instanceof Tree.Sequence) {
      return new TreeSet<>(value(name).texts(tree));
    }
    return new TreeSet<>(value(name).text(tree).stream().toList());
  }

  private int days(String name, Tree tree) {
    return (int) value(name).duration(tree).map(Duration::toDays).orElse(0L).longValue();
  }

  private Value value(String name) {
    return new Value(path + "." + name, problems);
  }
}
