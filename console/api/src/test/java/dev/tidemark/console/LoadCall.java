// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * A route under load, with what each of its calls sends, for changes cannot be made twice.
 *
 * @param name as the table shows it
 * @param path of a call by its number
 * @param body of a call by its number; empty for none
 * @param tag of what a call by its number has seen; empty for none
 */
record LoadCall(
    String name,
    String method,
    IntFunction<String> path,
    IntFunction<String> body,
    IntFunction<String> tag) {
  static LoadCall get(String name, String path) {
    return new LoadCall(name, "GET", call -> path, call -> "", call -> "");
  }

  static LoadCall change(
      String name, String method, IntFunction<String> path, IntFunction<String> body) {
    return new LoadCall(name, method, path, body, call -> "");
  }

  LoadCall seen(IntFunction<String> version) {
    return new LoadCall(name, method, path, body, version);
  }

  /** As a browser sends it, which takes answers that are compressed. */
  byte[] request(int call, String identity) {
    String sent = body.apply(call);
    String seen = tag.apply(call);
    String head =
        method
            + " "
            + path.apply(call)
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + identity
            + "Accept: application/json\r\nAccept-Encoding: gzip\r\n"
            + (seen.isEmpty() ? "" : "If-Match: " + seen + "\r\n")
            + (sent.isEmpty() ? "" : "Content-Type: application/json\r\n")
            + "Content-Length: "
            + sent.length()
            + "\r\n\r\n";
    return (head + sent).getBytes(StandardCharsets.US_ASCII);
  }
}
