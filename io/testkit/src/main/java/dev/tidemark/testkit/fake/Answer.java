// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a fake answers. Immutable.
 *
 * @param headers by name, as sent
 */
public record Answer(int status, Map<String, String> headers, Bytes body, Delivery delivery) {
  /** Writes and reads the JSON of fakes. */
  public static final ObjectMapper JSON = new ObjectMapper();

  private static final String CONTENT_TYPE = "Content-Type";

  public Answer {
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(delivery, "delivery");
  }

  /** How an answer reaches the one who asked. */
  public enum Delivery {
    /** As it should. */
    WHOLE,
    /** The connection ends in the middle of the body. */
    HALF,
    /** The connection ends before anything was answered. */
    DROPPED,
    /** Nothing comes until the server is told to go on. */
    HANGING
  }

  /** JSON with status 200. */
  public static Answer json(Object value) {
    return json(200, value);
  }

  /** JSON: anything Jackson writes. */
  public static Answer json(int status, Object value) {
    try {
      return of(status, "application/json", JSON.writeValueAsString(value));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("no JSON: " + value, unwritable);
    }
  }

  /** Text of a type, in UTF-8. */
  public static Answer of(int status, String contentType, String text) {
    return new Answer(status, Map.of(CONTENT_TYPE, contentType), Bytes.utf8(text), Delivery.WHOLE);
  }

  /** Nothing but a status. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Bytes.empty(), Delivery.WHOLE);
  }

  /** The same with a header set. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, delivery);
  }

  /** The same with another body. */
  public Answer withBody(byte[] other) {
    return new Answer(status, headers, Bytes.wrap(other), delivery);
  }

  /** The same, delivered otherwise. */
  public Answer delivered(Delivery other) {
    return new Answer(status, headers, body, other);
  }

  /** The body as text. */
  public String text() {
    return body.utf8();
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + body.length() + " bytes, " + delivery;
  }
}
