// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

/**
 * One thing wrong with a document.
 *
 * @param path where, as a dotted path of keys
 * @param line the line, counted from 1
 * @param what what is wrong
 * @param remedy what to write instead
 */
public record Problem(String path, int line, String what, String remedy) {
  @Override
  public String toString() {
    return "line " + line + ", " + path + ": " + what + "; " + remedy;
  }
}
