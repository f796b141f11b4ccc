// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing a user may set, declared once: {@code Option.integer("port").describedAs("Port of the
 * server.").between(1, 65535).orElse(5432)}. Immutable; each method returns a copy. Optional and
 * without default unless told otherwise.
 *
 * @param <T> what its value becomes
 */
public final class Option<T> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final String name;
  private final OptionType<T> type;
  private final String description;
  private final Presence presence;
  private final @Nullable T fallback;

  private Option(
      String name,
      OptionType<T> type,
      String description,
      Presence presence,
      @Nullable T fallback) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("an option is named like-this, not '" + name + "'");
    }
    this.name = name;
    this.type = type;
    this.description = Objects.requireNonNull(description, "description");
    this.presence = presence;
    this.fallback = fallback;
  }

  private static <T> Option<T> of(String name, OptionType<T> type) {
    return new Option<>(name, type, "", Presence.OPTIONAL, null);
  }

  /** Text that is not blank. */
  public static Option<String> text(String name) {
    return of(name, TextType.ANY);
  }

  /**
   * Text of a form.
   *
   * @param form a regular expression the whole text matches, in the subset JSON Schema shares
   * @param words the form in words, such as {@code a name of letters and digits}
   */
  public static Option<String> text(String name, String form, String words) {
    return of(name, TextType.matching(form, words));
  }

  /** A whole number. */
  public static Option<Integer> integer(String name) {
    return of(name, IntegerType.ANY);
  }

  /** A whole number, both ends included. */
  public static Option<Integer> integer(String name, int least, int most) {
    return of(name, new IntegerType(least, most));
  }

  /** True or false. */
  public static Option<Boolean> flag(String name) {
    return of(name, new FlagType());
  }

  /** A length of time, written {@code 30s} or {@code PT30S}. */
  public static Option<Duration> duration(String name) {
    return of(name, DurationType.ANY);
  }

  /** A length of time, both ends included. */
  public static Option<Duration> duration(String name, Duration least, Duration most) {
    return of(name, new DurationType(least, most));
  }

  /** Texts in order: a list, or one text with commas. */
  public static Option<List<String>> texts(String name) {
    return of(name, new ListType(TextType.ANY));
  }

  /** One of the constants of an enum, written {@code like-this}. */
  public static <E extends Enum<E>> Option<E> choice(String name, Class<E> choices) {
    return of(name, new ChoiceType<>(choices));
  }

  /** Text that is never shown. */
  public static Option<Secret> secret(String name) {
    return of(name, SecretType.ANY);
  }

  /** Text of a form that is never shown; {@code form} and {@code words} as for text. */
  public static Option<Secret> secret(String name, String form, String words) {
    return of(name, SecretType.matching(form, words));
  }

  /** An absolute address with a host and without credentials, in one of the schemes. */
  public static Option<URI> uri(String name, String... schemes) {
    return of(name, new UriType(List.of(schemes)));
  }

  /** What it is for: a sentence or two. */
  public Option<T> describedAs(String text) {
    return new Option<>(name, type, text, presence, fallback);
  }

  /** It must be given. */
  public Option<T> required() {
    return new Option<>(name, type, description, Presence.REQUIRED, null);
  }

  /** Its value where none is given. */
  public Option<T> orElse(T value) {
    if (isSecret()) {
      throw new IllegalArgumentException("a secret has no default");
    }
    return new Option<>(name, type, description, Presence.OPTIONAL, value);
  }

  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  /** The values it takes, in words. */
  public String typeWords() {
    return type.words();
  }

  public boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  public boolean isSecret() {
    return type instanceof SecretType;
  }

  public Optional<T> defaultValue() {
    return Optional.ofNullable(fallback);
  }

  /** The largest value it takes, where it is a number or a length of time with an end. */
  public Optional<T> greatest() {
    return type.greatest();
  }

  /** The default as it would be written. */
  public Optional<String> printedDefault() {
    return defaultValue().map(type::print);
  }

  OptionType<T> type() {
    return type;
  }

  String print(Object value) {
    return type.print(type.cast(value));
  }

  @Override
  public String toString() {
    return name;
  }
}
