// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What goes wrong at an account until it is mended. Safe for use by several threads. */
final class Trouble {
  /** What a request meets. */
  enum Kind {
    /** HTTP 429. */
    THROTTLED,
    /** HTTP 503. */
    UNAVAILABLE,
    /** No answer until released. */
    SILENT,
    /** The body ends in the middle. */
    HALF,
    /** The body says gzip and is none. */
    WRONG_ENCODING,
    /** The gzip body ends in the middle. */
    TRUNCATED,
    /** The statement fails in the vendor's words. */
    SQL,
    /** As {@link #SQL}, but only statements that go on behind a first page. */
    SQL_LATER,
    /** The answer is a redirect. */
    REDIRECT
  }

  /**
   * One trouble.
   *
   * @param views statements that name one of these meet it; empty for every request
   */
  record Case(Kind kind, Set<String> views, @Nullable SqlFailure failure, @Nullable String target) {
    boolean concerns(String path, String body) {
      boolean named =
          views.isEmpty()
              || (path.startsWith("/queries/") && views.stream().anyMatch(it -> names(body, it)));
      return named && (kind != Kind.SQL_LATER || goesOn(body));
    }

    /** Whether a statement asks for what comes after a number above none. */
    private static boolean goesOn(String body) {
      return body.contains("\"value\":\"") && !body.contains("\"value\":\"-1\"");
    }

    private static boolean names(String body, String view) {
      return body.contains("." + view + " ")
          || body.contains("." + view + "\\n")
          || body.contains("." + view + "\"");
    }
  }

  private final AtomicReference<@Nullable Case> current = new AtomicReference<>();
  private final AtomicLong refused = new AtomicLong();
  private volatile CountDownLatch silence = new CountDownLatch(0);

  void begin(Case trouble) {
    if (trouble.kind() == Kind.SILENT) {
      silence = new CountDownLatch(1);
    }
    current.set(trouble);
  }

  void mend() {
    current.set(null);
    silence.countDown();
  }

  /** The trouble a request meets, if any. */
  @Nullable Case meets(String path, String body) {
    Case now = current.get();
    return now != null && now.concerns(path, body) ? now : null;
  }

  void awaitEnd() throws InterruptedException {
    silence.await();
  }

  void refuse() {
    refused.incrementAndGet();
  }

  long refused() {
    return refused.get();
  }
}
