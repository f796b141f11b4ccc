// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list: at most so many, after the one the cursor names. Going on by the last one
 * seen and not by a count, a reader misses nothing and sees nothing twice while others add to the
 * list.
 *
 * @param after what the last one seen is ordered by; empty at the beginning
 */
public record Page(int most, List<String> after) {
  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The part that is asked for.
   *
   * @param parts of how many values the order of the list is made
   */
  public static Page of(Context context, int parts) {
    return of(context, parts, USUAL);
  }

  /**
   * The same of a list whose items cost more.
   *
   * @param usual how many a part has where nobody says
   */
  public static Page of(Context context, int parts, int usual) {
    int most = Parameters.number(context, "limit", 1, MOST).orElse(usual);
    String cursor = context.queryParam("cursor");
    return new Page(most, cursor == null ? List.of() : decoded(cursor, parts));
  }

  /** A value of the last one seen; null at the beginning. */
  public <T> @Nullable T after(int part, Function<String, T> reader) {
    try {
      return after.isEmpty() ? null : reader.apply(after.get(part));
    } catch (DateTimeException | IllegalArgumentException forged) {
      throw notOurs();
    }
  }

  /** How many rows to look for: one more tells whether the list goes on. */
  public int sought() {
    return most + 1;
  }

  /**
   * The part as it is answered.
   *
   * @param found at most {@link #sought()}
   * @param key what one is ordered by
   */
  public <T> ObjectNode answer(
      List<T> found, Function<T, JsonNode> body, Function<T, List<String>> key) {
    List<T> shown = found.subList(0, Math.min(most, found.size()));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    shown.forEach(it -> items.add(body.apply(it)));
    boolean goesOn = found.size() > most;
    return answer.put("next", goesOn ? encoded(key.apply(shown.get(most - 1))) : null);
  }

  private static String encoded(List<String> key) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    key.forEach(values::add);
    byte[] bytes = values.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static List<String> decoded(String cursor, int parts) {
    try {
      JsonNode values = JSON.readTree(Base64.getUrlDecoder().decode(cursor));
      List<String> key = new ArrayList<>();
      StreamSupport.stream(values.spliterator(), false)
          .filter(JsonNode::isTextual)
          .forEach(value -> key.add(value.textValue()));
      if (key.size() == parts && values.size() == parts) {
        return List.copyOf(key);
      }
    } catch (IOException | IllegalArgumentException forged) {
      // Said below.
    }
    throw notOurs();
  }

  private static ProblemException notOurs() {
    return Parameters.wrong("cursor", "must be one that was answered as next for this list");
  }
}
