// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.document;

/**
 * The part of a document between {@code <!-- NAME: generated -->} and {@code <!-- end -->}, each on
 * a line of its own.
 */
public final class Generated {
  private static final String END = "<!-- end -->";

  private Generated() {}

  /**
   * The part of that name.
   *
   * @throws IllegalArgumentException naming it, if the document has none
   */
  public static String part(String document, String name) {
    String start = "<!-- " + name + ": generated -->\n";
    int from = document.indexOf(start);
    int to = document.indexOf(END, from);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException(
          "the document has no lines " + start.strip() + " and " + END + " after it");
    }
    return document.substring(from + start.length(), to);
  }
}
