// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import dev.tidemark.console.web.Problem.Kind;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Parameters of a request, each read or refused by name. */
public final class Parameters {
  private Parameters() {}

  /** A part of the path that is an id; what is none is nothing that could be found. */
  public static UUID id(Context context, String name) {
    return uuid(context.pathParam(name))
        .orElseThrow(() -> Problem.of(Kind.NOT_FOUND, "There is no such " + name + ".").thrown());
  }

  /** A query parameter that is an id and must be given. */
  public static UUID requiredId(Context context, String name) {
    return optionalId(context, name).orElseThrow(() -> noId(name));
  }

  /** A query parameter that is an id. */
  public static Optional<UUID> optionalId(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name))
        .map(text -> uuid(text).orElseThrow(() -> noId(name)));
  }

  private static ProblemException noId(String name) {
    return wrong(name, "must be given as an id");
  }

  /** A query parameter that may be given several times. */
  public static List<String> texts(Context context, String name, int most) {
    List<String> given = context.queryParams(name);
    if (given.size() > most) {
      throw wrong(name, "may be given at most " + most + " times");
    }
    return given;
  }

  /** A query parameter that is a day, such as 2026-01-31. */
  public static Optional<LocalDate> day(Context context, String name) {
    return parsed(context, name, LocalDate::parse, "must be a day, such as 2026-01-31");
  }

  /** A query parameter that is a whole number in a range. */
  public static Optional<Integer> number(Context context, String name, int least, int most) {
    String remedy = "must be a whole number from " + least + " to " + most;
    Optional<Integer> number = parsed(context, name, Integer::valueOf, remedy);
    if (number.isPresent() && (number.get() < least || number.get() > most)) {
      throw wrong(name, remedy);
    }
    return number;
  }

  /** A refusal of one parameter. */
  public static ProblemException wrong(String name, String remedy) {
    Fault fault = new Fault(name, remedy);
    return new Problem(
            Kind.BAD_REQUEST, "The parameter " + name + " " + remedy + ".", List.of(fault))
        .thrown();
  }

  private static <T> Optional<T> parsed(
      Context context, String name, Function<String, T> reader, String remedy) {
    try {
      return Optional.ofNullable(context.queryParam(name)).map(reader);
    } catch (DateTimeException | NumberFormatException malformed) {
      throw wrong(name, remedy);
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      UUID read = UUID.fromString(text);
      return read.toString().equalsIgnoreCase(text) ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
