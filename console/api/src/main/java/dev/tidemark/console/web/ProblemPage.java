// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import io.javalin.http.Context;

/**
 * A problem for people, where a browser itself and no page of ours asked: plain, without script.
 */
public final class ProblemPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s - Tidemark</title></head>
      <body><main><h1>%s</h1><p>%s</p><p><a href="/">Back to Tidemark</a></p></main></body>
      </html>
      """;

  private ProblemPage() {}

  /** Answers a browser with a page; throws the problem for everybody else. */
  public static void answer(Context context, ProblemException failure) {
    String accepted = context.header("Accept");
    if (accepted == null || !accepted.contains("text/html")) {
      throw failure;
    }
    Problem problem = failure.problem();
    failure.headers().forEach(context::header);
    String title = escaped(problem.kind().title());
    context
        .status(problem.kind().status())
        .contentType("text/html; charset=utf-8")
        .result(PAGE.formatted(title, title, escaped(problem.detail())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
