// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is asked of one fact. */
public sealed interface Condition {
  /** Whether the value, or its absence, meets the condition on that day. */
  boolean test(@Nullable String value, LocalDate today);

  /** Whether a fact that no subject carries can still be judged. */
  default boolean toleratesAbsence() {
    return false;
  }

  /** It is one of these values. */
  record OneOf(SortedSet<String> values) implements Condition {
    public OneOf {
      values = copy(values);
    }

    @Override
    public boolean test(@Nullable String value, LocalDate today) {
      return value != null && values.contains(value);
    }

    @Override
    public String toString() {
      return "is " + String.join("|", values);
    }
  }

  /** It is stated, and none of these values. */
  record NoneOf(SortedSet<String> values) implements Condition {
    public NoneOf {
      values = copy(values);
    }

    @Override
    public boolean test(@Nullable String value, LocalDate today) {
      return value != null && !values.contains(value);
    }

    @Override
    public String toString() {
      return "is not " + String.join("|", values);
    }
  }

  /** It is none of these values, or not stated at all. */
  record Except(SortedSet<String> values) implements Condition {
    public Except {
      values = copy(values);
    }

    @Override
    public boolean test(@Nullable String value, LocalDate today) {
      return value == null || !values.contains(value);
    }

    @Override
    public boolean toleratesAbsence() {
      return true;
    }

    @Override
    public String toString() {
      return "is absent or not " + String.join("|", values);
    }
  }

  /** It is a day less than so many days ago. Never having happened is an answer, not ignorance. */
  record Within(int days) implements Condition {
    @Override
    public boolean test(@Nullable String value, LocalDate today) {
      return day(value).map(day -> day.isAfter(today.minusDays(days))).orElse(false);
    }

    @Override
    public boolean toleratesAbsence() {
      return true;
    }

    @Override
    public String toString() {
      return "within " + days + " d";
    }
  }

  /** It is a day at least so many days ago, or never happened. */
  record Older(int days) implements Condition {
    @Override
    public boolean test(@Nullable String value, LocalDate today) {
      return !new Within(days).test(value, today);
    }

    @Override
    public boolean toleratesAbsence() {
      return true;
    }

    @Override
    public String toString() {
      return "older than " + days + " d";
    }
  }

  /** It is a number of at least this. */
  record AtLeast(double number) implements Condition {
    @Override
    public boolean test(@Nullable String value, LocalDate today) {
      try {
        return value != null && Double.parseDouble(value) >= number;
      } catch (NumberFormatException e) {
        return false;
      }
    }

    @Override
    public String toString() {
      return "at least " + number;
    }
  }

  private static SortedSet<String> copy(Collection<String> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  private static Optional<LocalDate> day(@Nullable String value) {
    try {
      return Optional.ofNullable(value).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
