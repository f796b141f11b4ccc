// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a vendor says that something failed: where its error codes, messages and request ids stand,
 * and what they mean. The rules of a dialect come before those of HTTP. Immutable; each method
 * returns a copy.
 */
public final class Dialect {
  private static final Dialect STANDARD =
      new Dialect(
          "the source",
          List.of(),
          List.of("/error/code", "/error", "/error_code", "/errorCode", "/0/errorCode", "/code"),
          List.of(
              "/error/message",
              "/error_description",
              "/message",
              "/0/message",
              "/detail",
              "/title"),
          List.of("x-request-id", "x-ms-request-id", "x-amzn-requestid", "request-id"));

  private final String name;
  private final List<FailureRule> rules;
  private final List<String> codes;
  private final List<String> messages;
  private final List<String> requestIds;

  private Dialect(
      String name,
      List<FailureRule> rules,
      List<String> codes,
      List<String> messages,
      List<String> requestIds) {
    this.name = Objects.requireNonNull(name, "name");
    this.rules = List.copyOf(rules);
    this.codes = codes;
    this.messages = messages;
    this.requestIds = requestIds;
  }

  /** Plain HTTP, with codes and messages where most vendors put them. */
  public static Dialect standard() {
    return STANDARD;
  }

  /** Who speaks it, for messages. */
  public Dialect named(String who) {
    return new Dialect(who, rules, codes, messages, requestIds);
  }

  /** With a rule after those it has. */
  public Dialect withRule(FailureRule rule) {
    List<FailureRule> all = Stream.concat(rules.stream(), Stream.of(rule)).toList();
    return new Dialect(name, all, codes, messages, requestIds);
  }

  /** Error codes stand at the first of these JSON pointers that leads to a text. */
  public Dialect withCodeAt(String... pointers) {
    return new Dialect(name, rules, before(codes, pointers), messages, requestIds);
  }

  /** Messages for people stand at the first of these JSON pointers that leads to a text. */
  public Dialect withMessageAt(String... pointers) {
    return new Dialect(name, rules, codes, before(messages, pointers), requestIds);
  }

  /** Request ids stand in the first of these headers that is there. */
  public Dialect withRequestIdIn(String... headers) {
    return new Dialect(name, rules, codes, messages, before(requestIds, headers));
  }

  /**
   * The failure as an error: what was asked, what came back, and what to do.
   *
   * @param label what was asked
   */
  ConnectorException failure(String label, Head head, String body) {
    String code = first(codes, pointer -> Json.text(body, pointer)).orElse(null);
    Failure failure = new Failure(head, body, code);
    Verdict verdict = judge(failure);
    String message = sentence(label, failure) + ": " + verdict.remedy();
    return verdict.until() == null
        ? ConnectorException.of(verdict.category(), message)
        : ConnectorException.rateLimited(message, verdict.until());
  }

  Verdict judge(Failure failure) {
    return rules.stream()
        .flatMap(rule -> rule.judge(failure).stream())
        .findFirst()
        .map(verdict -> StatusRules.timed(verdict, failure.head()))
        .orElseGet(() -> StatusRules.judge(failure.head()));
  }

  private String sentence(String label, Failure failure) {
    String request =
        first(requestIds, failure.head()::header).map(id -> ", request " + id).orElse("");
    String code = failure.code().map(found -> " " + found).orElse("");
    String said = first(messages, failure::text).map(text -> " (" + text + ")").orElse("");
    return name + " answered " + failure.head().status() + code + " to " + label + request + said;
  }

  private static Optional<String> first(
      List<String> places, Function<String, Optional<String>> lookUp) {
    return places.stream().flatMap(place -> lookUp.apply(place).stream()).findFirst();
  }

  private static List<String> before(List<String> known, String... preferred) {
    return Stream.concat(Arrays.stream(preferred), known.stream()).distinct().toList();
  }

  /** Whether a category is one that waiting can heal. */
  static boolean mayPass(Category category) {
    return category == Category.RATE_LIMITED || category == Category.TRANSIENT;
  }
}
