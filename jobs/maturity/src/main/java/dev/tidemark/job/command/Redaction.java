// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.util.regex.Pattern;

/**
 * The last line of defence: takes passwords out of a text that is about to be printed. Everything
 * before it is written not to need it.
 */
final class Redaction {
  private static final Pattern IN_URL = Pattern.compile("(://[^\\s:/@]+:)(?!password@)[^\\s@]+@");
  private static final Pattern AS_PARAMETER =
      Pattern.compile("(?i)\\b((?:ssl)?password|passwd|secret|token)=[^\\s&,;\"')]+");

  private Redaction() {}

  static String of(String text) {
    return AS_PARAMETER.matcher(IN_URL.matcher(text).replaceAll("$1***@")).replaceAll("$1=***");
  }
}
