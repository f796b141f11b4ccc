// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer where it is: a JSON pointer into the body, or the name of a parameter or header
 * @param detail what is wrong and what would be right; never a value that was sent
 */
public record Fault(String pointer, String detail) {
  /** A name as a step of a JSON pointer. */
  public static String step(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
