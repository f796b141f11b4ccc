// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.OrganisationId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every route times everybody who might ask, held to the matrix in {@code roles.txt}. */
class RoleMatrixTest {
  private static final List<String> ROLES = List.of("viewer", "editor", "administrator");
  private static final Map<Operation, List<String>> MATRIX = matrix();

  private final OrganisationId organisation = Served.organisation();
  private final String connector =
      Connecting.addedNowhere(Served.member(organisation, "editor"), organisation);

  @Test
  void everyRouteIsInTheMatrix() {
    assertThat(new TreeSet<>(MATRIX.keySet().stream().map(Operation::toString).toList()))
        .isEqualTo(Served.DOCUMENT.operations())
        .isEqualTo(new TreeSet<>(Served.CONSOLE.routes()));
  }

  @Test
  void everyRouteIsForWhomItSays() {
    MATRIX.forEach(
        (operation, wanted) -> {
          check(operation, "nobody", wanted.get(0), ask(Served.visitor(), operation));
          // Each with a session of their own, which one of the routes ends.
          for (int role = -1; role < ROLES.size() && !operation.isOpen(); role++) {
            String name = role < 0 ? "stranger" : ROLES.get(role);
            Visitor member =
                role < 0
                    ? Served.member(Served.organisation(), "administrator")
                    : Served.member(organisation, name);
            check(operation, name, wanted.get(2 + role), ask(member, operation));
          }
        });
  }

  @Test
  void theDescriptionSaysTheSame() {
    MATRIX.forEach(
        (operation, wanted) -> {
          assertThat(wanted.contains("open"))
              .as(operation.toString())
              .isEqualTo(operation.isOpen());
          int least = wanted.get(1).equals("404") ? wanted.subList(2, 5).indexOf("yes") : -1;
          String description = operation.described().path("description").asText();
          int said =
              IntStream.range(0, ROLES.size())
                  .filter(role -> description.contains("For " + ROLES.get(role) + "s."))
                  .findFirst()
                  .orElse(-1);
          assertThat(said).as(operation.toString()).isEqualTo(least);
        });
  }

  private static void check(Operation operation, String who, String wanted, Answer answer) {
    String as = who + ": " + operation + " " + answer.response().body();
    String type = answer.status() < 400 ? "" : answer.json().path("type").asText();
    switch (wanted) {
      case "yes" -> assertThat(answer.status()).as(as).isNotIn(401, 403, 500, 503);
      case "open" ->
          assertThat(type).as(as).doesNotEndWith(":unauthenticated").doesNotEndWith(":forbidden");
      default -> assertThat(answer.status()).as(as).isEqualTo(Integer.parseInt(wanted));
    }
  }

  private Answer ask(Visitor visitor, Operation operation) {
    String body = operation.isReading() ? null : "{}";
    return visitor.send(
        operation.method(), operation.path(organisation, connector), body, Map.of());
  }

  private static Map<Operation, List<String>> matrix() {
    try (InputStream stream =
        Objects.requireNonNull(RoleMatrixTest.class.getResourceAsStream("roles.txt"))) {
      Map<Operation, List<String>> matrix = new LinkedHashMap<>();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" +"))
          .forEach(
              words ->
                  matrix.put(
                      new Operation(words[0], words[1]), List.of(words).subList(2, words.length)));
      return matrix;
    } catch (IOException broken) {
      throw new IllegalStateException("the matrix cannot be read", broken);
    }
  }
}
