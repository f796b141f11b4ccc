// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Sends answers, whole or not. Safe for use by several threads. */
final class Transmission {
  private static final String ENCODING = "Content-Encoding";
  private static final int WORTH_COMPRESSING = 512;

  private volatile CountDownLatch hanging = new CountDownLatch(1);

  void send(HttpExchange exchange, Answer answer) throws IOException {
    switch (answer.delivery()) {
      case WHOLE -> whole(exchange, compressed(exchange, answer));
      case HALF -> half(exchange, answer);
      case DROPPED -> {}
      case HANGING -> hang();
    }
  }

  /** Lets what hangs go on, which is to say end without an answer. */
  void release() {
    CountDownLatch released = hanging;
    hanging = new CountDownLatch(1);
    released.countDown();
  }

  private static void whole(HttpExchange exchange, Answer answer) throws IOException {
    begin(exchange, answer, answer.body().length());
    if (hasBody(exchange, answer)) {
      exchange.getResponseBody().write(answer.body().array());
    }
  }

  /** Claims the whole length, sends half of it. */
  private static void half(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().length() < 2 ? new byte[] {'{', '"'} : answer.body().array();
    begin(exchange, answer.withBody(body), body.length);
    exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
    exchange.getResponseBody().flush();
  }

  private static void begin(HttpExchange exchange, Answer answer, int length) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), hasBody(exchange, answer) ? length : -1);
  }

  private static boolean hasBody(HttpExchange exchange, Answer answer) {
    return answer.body().length() > 0
        && answer.status() != 204
        && answer.status() != 304
        && !exchange.getRequestMethod().equals("HEAD");
  }

  private static Answer compressed(HttpExchange exchange, Answer answer) {
    String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
    return accepted.contains("gzip")
            && answer.body().length() >= WORTH_COMPRESSING
            && !answer.headers().containsKey(ENCODING)
        ? answer.withBody(Compression.gzip(answer.body().array())).with(ENCODING, "gzip")
        : answer;
  }

  private void hang() {
    try {
      hanging.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
