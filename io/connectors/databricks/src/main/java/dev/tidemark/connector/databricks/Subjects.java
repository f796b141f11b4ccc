// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Names of what records are about. */
final class Subjects {
  private Subjects() {}

  /** A table or view; Unity Catalog allows no dot within a name. */
  static Subject table(NormaliseContext context, String type, String fullName) {
    return new Subject(kind(type), urn(context, "", Arrays.asList(fullName.split("\\."))));
  }

  static Subject model(NormaliseContext context, String fullName) {
    return new Subject("model", urn(context, "models/", Arrays.asList(fullName.split("\\."))));
  }

  static Subject endpoint(NormaliseContext context, String name) {
    return new Subject("endpoint", urn(context, "serving-endpoints/", List.of(name)));
  }

  /** Kinds of table the vendor tells apart, as the catalogue of metrics does. */
  static String kind(String type) {
    return switch (type) {
      case "view", "metric_view" -> "view";
      case "materialized_view" -> "materialized_view";
      default -> "table";
    };
  }

  /** A person or service, the same in every stream. */
  static String principal(NormaliseContext context, String hash) {
    return context.pseudonym(context.stratum() + "#principal=" + hash);
  }

  private static String urn(NormaliseContext context, String path, List<String> names) {
    return context.stratum()
        + "/"
        + path
        + names.stream().map(Urns::encoded).collect(Collectors.joining("."));
  }
}
