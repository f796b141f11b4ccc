// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.console.web.Problem.Kind;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was sent, as JSON: of a bounded size, every name known, every name once. */
public final class Body {
  /** The most that is read, in bytes. */
  private static final int MOST = 256 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private static final String RECEIVED = "tidemark.body";

  private Body() {}

  /** Waits for what is sent, as far as it may be read; whoever asks for it finds it there. */
  public static void receive(Context context) {
    try {
      context.attribute(RECEIVED, context.bodyInputStream().readNBytes(MOST + 1));
    } catch (IOException broken) {
      throw new UncheckedIOException("the request ended early", broken);
    }
  }

  /** The bytes that were sent. */
  public static byte[] bytes(Context context) {
    if (context.attribute(RECEIVED) == null) {
      receive(context);
    }
    byte[] read = Objects.requireNonNull(context.attribute(RECEIVED));
    if (read.length > MOST) {
      throw Problem.of(Kind.TOO_LARGE, "At most " + MOST + " bytes are read.").thrown();
    }
    return read;
  }

  /** What was sent, as a value of this type. */
  public static <T> T read(Context context, Class<T> type) {
    return read(context, bytes(context), type);
  }

  /** The same of bytes that were read already. */
  public static <T> T read(Context context, byte[] bytes, Class<T> type) {
    String sent = String.valueOf(context.contentType()).replaceFirst(";.*", "").strip();
    if (!sent.equalsIgnoreCase("application/json")) {
      throw Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "Send application/json.").thrown();
    }
    try {
      return JSON.readValue(bytes, type);
    } catch (JsonMappingException wrong) {
      Fault fault = new Fault(pointer(wrong), "is not of the type that is described");
      throw new Problem(Kind.BAD_REQUEST, "The body is not as described.", List.of(fault)).thrown();
    } catch (JsonProcessingException malformed) {
      throw Problem.of(Kind.BAD_REQUEST, "The body is no JSON with each name once.").thrown();
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory can be read", impossible);
    }
  }

  /** The place alone: messages of the parser may repeat what was sent. */
  private static String pointer(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(it -> it.getFieldName() == null ? String.valueOf(it.getIndex()) : it.getFieldName())
        .map(Fault::step)
        .collect(Collectors.joining());
  }
}
