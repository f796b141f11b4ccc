// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The sections a document of a connector has, in this order, none of them empty.
 *
 * @param sections their headings
 */
public record Headings(List<String> sections) {
  /** Of a README. */
  public static final Headings README =
      new Headings(
          List.of(
              "What it reads",
              "Requirements",
              "Try it",
              "Options",
              "Authentication",
              "Streams and metrics",
              "Time and completeness",
              "Resume and guarantees",
              "Rate limits and cost",
              "Troubleshooting",
              "Limitations"));

  /** Of API.md, the notes on the vendor's interface. */
  public static final Headings API =
      new Headings(
          List.of(
              "Authorization",
              "Object list",
              "Object schema",
              "Primary keys",
              "Ingestion type",
              "Read API",
              "Field type mapping",
              "Metrics",
              "Latency and consistency",
              "Write-back (optional)",
              "Known quirks and edge cases",
              "Research log",
              "Sources"));

  public Headings {
    sections = List.copyOf(sections);
  }

  /** What is wrong with a document's sections; nothing where all is right. */
  public List<String> problems(String document) {
    List<String> problems = new ArrayList<>();
    List<String> found =
        document
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();
    if (!found.stream().filter(sections::contains).toList().equals(sections)) {
      problems.add("the sections are " + found + ", and should be " + sections);
    }
    for (String section : sections) {
      if (found.contains(section) && body(document, section).isBlank()) {
        problems.add("section " + section + " is empty; where it must be, write TBD: and why");
      }
    }
    return problems;
  }

  private static String body(String document, String section) {
    int from = ("\n" + document).indexOf("\n## " + section + "\n") + section.length() + 4;
    int to = document.indexOf("\n## ", Math.min(from, document.length()));
    return document.substring(Math.min(from, document.length()), to < 0 ? document.length() : to);
  }
}
