// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Answers that are JSON, with a tag that says whether they are what the caller has already. */
public final class Answer {
  private static final String JSON = "application/json";
  private static final int TAG_BYTES = 16;

  private Answer() {}

  /** Answers with this, or that it is still the same. */
  public static void send(Context context, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    send(context, bytes, tag(bytes), JSON);
  }

  /** Answers with a list that is told whole. */
  public static void sendAll(Context context, List<? extends JsonNode> items) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("items").addAll(items);
    send(context, body);
  }

  /** What always answers the same, made once. */
  public static Handler always(JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    String tag = tag(bytes);
    return context -> send(context, bytes, tag, JSON);
  }

  /** The same under a tag of its own. */
  public static void send(Context context, JsonNode body, String tag) {
    send(context, body.toString().getBytes(StandardCharsets.UTF_8), tag, JSON);
  }

  /** Answers with a picture that other sites may show, and may keep for a while. */
  public static void sendPicture(Context context, String svg, Duration kept) {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    context.header("Cache-Control", "public, max-age=" + kept.toSeconds());
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    context.header("Vary", "Accept-Encoding");
    send(context, bytes, tag(bytes), "image/svg+xml");
  }

  /** Answers with these bytes, or that they are still the same. */
  static void send(Context context, byte[] bytes, String tag, String contentType) {
    context.header("ETag", tag);
    if (isKnown(context, tag)) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType(contentType).result(bytes);
    }
  }

  private static boolean isKnown(Context context, String tag) {
    String known = context.header("If-None-Match");
    return known != null
        && context.req().getMethod().equals("GET")
        && Arrays.stream(known.split(","))
            .map(it -> it.strip().replaceFirst("^W/", ""))
            .anyMatch(it -> it.equals(tag) || it.equals("*"));
  }

  /** What says whether a text is the same, without telling it. */
  public static String tag(String text) {
    return tag(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What says whether bytes are the same. */
  static String tag(byte[] bytes) {
    return '"' + hash(bytes) + '"';
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Digest.of(bytes), 0, TAG_BYTES);
  }
}
