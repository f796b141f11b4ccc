// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Checks single values at one place of a document; what is wrong becomes a problem there and comes
 * back empty.
 */
public record Value(String path, Problems problems) {
  /** Text that is not empty; a number or a truth counts as written. */
  public Optional<String> text(Tree tree) {
    Optional<String> text = written(tree);
    return text.isPresent()
        ? text
        : refuse(tree, tree.description() + " is no text", "write a text");
  }

  /** A finite number within the bounds, both included. */
  public OptionalDouble number(Tree tree, double least, double most) {
    OptionalDouble number = number(tree);
    if (number.isPresent() && !(number.getAsDouble() >= least && number.getAsDouble() <= most)) {
      refuse(tree, ((Tree.Scalar) tree).text() + " is out of bounds", bounds(least, most));
      return OptionalDouble.empty();
    }
    return number;
  }

  /** A finite number. */
  public OptionalDouble number(Tree tree) {
    if (tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NUMBER) {
      return parse(scalar);
    }
    refuse(tree, tree.description() + " is no number", "write a number");
    return OptionalDouble.empty();
  }

  /** An ISO-8601 length of time of at least nothing, such as P30D or PT6H. */
  public Optional<Duration> duration(Tree tree) {
    Optional<Duration> duration =
        written(tree).flatMap(Value::lenient).filter(length -> !length.isNegative());
    return duration.isPresent()
        ? duration
        : refuse(
            tree,
            tree.description() + " is no length of time",
            "write one in ISO-8601, such as P30D or PT6H");
  }

  /** An ISO-8601 date. */
  public Optional<LocalDate> date(Tree tree) {
    try {
      return text(tree).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return refuse(tree, tree.description() + " is no date", "write it as 2026-01-31");
    }
  }

  /** The items of a list. */
  public List<Tree> items(Tree tree) {
    if (tree instanceof Tree.Sequence sequence) {
      return sequence.items();
    }
    refuse(tree, tree.description() + " is no list", "write a list in [brackets]");
    return List.of();
  }

  /** The texts of a list. */
  public List<String> texts(Tree tree) {
    List<String> texts = new ArrayList<>();
    items(tree).forEach(item -> text(item).ifPresent(texts::add));
    return texts;
  }

  /** Notes a problem with the value. */
  public <T> Optional<T> refuse(Tree tree, String what, String remedy) {
    problems.add(path, tree.line(), what, remedy);
    return Optional.empty();
  }

  private static Optional<String> written(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.ABSENT
        ? Optional.of(scalar.text()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private OptionalDouble parse(Tree.Scalar scalar) {
    double number = parseNumber(scalar.text());
    if (Double.isFinite(number)) {
      return OptionalDouble.of(number);
    }
    refuse(scalar, scalar.text() + " is not a finite number", "write a number");
    return OptionalDouble.empty();
  }

  private static double parseNumber(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static Optional<Duration> lenient(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      return weeks(text);
    }
  }

  private static Optional<Duration> weeks(String text) {
    try {
      Period period = Period.parse(text);
      return period.toTotalMonths() == 0
          ? Optional.of(Duration.ofDays(LocalDate.EPOCH.plus(period).toEpochDay()))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String bounds(double least, double most) {
    if (most == Double.MAX_VALUE) {
      return "write a number of at least " + least;
    }
    return "write a number from " + least + " to " + most;
  }
}
