// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns JSON text into a {@link Tree}. NaN and infinities are let in so that the reader of the tree
 * can name them; a key given twice is a problem.
 */
public final class JsonDocument {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final JsonParser parser;
  private final Problems problems;

  private JsonDocument(JsonParser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** The tree of a text, or nothing if it cannot be read; then the reason is among the problems. */
  public static Optional<Tree> read(String text, Problems problems) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      return new JsonDocument(parser, problems).document();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(
          "document", line, "not JSON: " + e.getOriginalMessage(), "correct the syntax there");
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Tree> document() throws IOException {
    if (parser.nextToken() == null) {
      problems.add("document", 1, "it is empty", "write the document");
      return Optional.empty();
    }
    Tree tree = value("");
    if (parser.nextToken() != null) {
      problems.add("document", line(), "text follows the end of the document", "remove it");
    }
    return Optional.of(tree);
  }

  private Tree value(String path) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(path);
    }
    return token == JsonToken.START_ARRAY ? sequence(path) : scalar(token);
  }

  private Tree mapping(String path) throws IOException {
    int line = line();
    Map<String, Tree> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String inner = path.isEmpty() ? key : path + "." + key;
      int keyLine = line();
      parser.nextToken();
      if (entries.put(key, value(inner)) != null) {
        problems.add(inner, keyLine, "it is given twice", "keep one of the two");
      }
    }
    return new Tree.Mapping(line, entries);
  }

  private Tree sequence(String path) throws IOException {
    int line = line();
    List<Tree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return new Tree.Sequence(line, items);
  }

  private Tree scalar(JsonToken token) throws IOException {
    return new Tree.Scalar(line(), kind(token), parser.getText());
  }

  private static Tree.Kind kind(JsonToken token) {
    if (token.isNumeric()) {
      return Tree.Kind.NUMBER;
    }
    if (token.isBoolean()) {
      return Tree.Kind.TRUTH;
    }
    return token == JsonToken.VALUE_NULL ? Tree.Kind.ABSENT : Tree.Kind.TEXT;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
