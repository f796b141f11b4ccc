// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.window.Attributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Maps of texts as JSON objects with their keys in order: equal maps have equal texts. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
  private static final int KNOWN_LIMIT = 10_000;

  /** Attributes repeat in every window of their series. */
  private static final Map<String, Attributes> KNOWN = new ConcurrentHashMap<>();

  private Json() {}

  public static String text(Map<String, String> values) {
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts are always JSON", impossible);
    }
  }

  public static SortedMap<String, String> texts(String json) {
    try {
      return MAPPER.readValue(json, TEXTS);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a column holds no JSON object of texts", failure);
    }
  }

  static Attributes attributes(String json) {
    if (KNOWN.size() > KNOWN_LIMIT) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(json, text -> Attributes.of(texts(text)));
  }
}
