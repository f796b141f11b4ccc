// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.asset;

/**
 * What a metric event is about.
 *
 * @param type kind of subject, such as {@code table}, {@code model} or {@code account}
 * @param urn canonical name by OpenLineage naming, such as {@code
 *     postgres://host:5432/db.schema.table}
 */
public record Subject(String type, String urn) {
  public Subject {
    if (type.isBlank() || urn.isBlank()) {
      throw new IllegalArgumentException("a subject needs a type and a URN");
    }
  }
}
