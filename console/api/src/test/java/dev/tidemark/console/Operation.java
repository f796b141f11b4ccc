// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.OrganisationId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that can be asked for, as the description has it.
 *
 * @param template its path, with names in braces
 */
record Operation(String method, String template) {
  private static final Pattern OF_AN_ORGANISATION =
      Pattern.compile("/api/data-connectors|/api/connector-types/.*/.*");

  static Operation of(String text) {
    String[] words = text.split(" +");
    return new Operation(words[0], words[1]);
  }

  static List<Operation> all() {
    return Served.DOCUMENT.operations().stream().map(Operation::of).toList();
  }

  JsonNode described() {
    return Served.DOCUMENT
        .root()
        .path("paths")
        .path(template)
        .path(method.toLowerCase(Locale.ROOT));
  }

  boolean isOpen() {
    return described().has("security");
  }

  boolean isReading() {
    return method.equals("GET");
  }

  /** Of things that are there, where there are any. */
  String path(OrganisationId organisation, String connector) {
    String path =
        template
            .replace("{organisation}", organisation.toString())
            .replace("{connector}", connector)
            .replace("{stream}", "tables")
            .replace("{attestation}", "1")
            .replace("{model}", "none")
            .replace("{indicator}", "GOV.OWN")
            .replace("{badge}", "none")
            .replace("{type}", "postgresql");
    return OF_AN_ORGANISATION.matcher(path).matches()
        ? path + "?organisation=" + organisation
        : path;
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
