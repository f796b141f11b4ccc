// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers that go wrong. */
final class Spoiling {
  private Spoiling() {}

  /** Answers a request badly, or not at all; says whether it did. */
  static boolean spoils(Trouble.Case met, HttpExchange exchange, Trouble trouble)
      throws IOException, InterruptedException {
    switch (met.kind()) {
      case THROTTLED -> {
        trouble.refuse();
        exchange.sendResponseHeaders(429, -1);
      }
      case UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
      case SILENT -> trouble.awaitEnd();
      case REDIRECT -> {
        exchange.getResponseHeaders().add("Location", String.valueOf(met.target()));
        exchange.sendResponseHeaders(307, -1);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Sends an answer, spoilt if that is what it meets. */
  static void send(
      HttpExchange exchange, int status, Trouble.@Nullable Case met, byte[] plain, byte[] bytes)
      throws IOException {
    byte[] sent = met == null ? bytes : spoilt(met.kind(), plain, bytes, exchange);
    boolean half = met != null && met.kind() == Trouble.Kind.HALF;
    exchange.sendResponseHeaders(status, half ? bytes.length : sent.length);
    exchange.getResponseBody().write(sent);
  }

  private static byte[] spoilt(Trouble.Kind kind, byte[] plain, byte[] bytes, HttpExchange exchange)
      throws IOException {
    return switch (kind) {
      case HALF, TRUNCATED -> Arrays.copyOf(bytes, bytes.length / 2);
      case WRONG_ENCODING -> {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        yield plain;
      }
      default -> bytes;
    };
  }
}
