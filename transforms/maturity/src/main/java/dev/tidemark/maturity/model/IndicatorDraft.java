// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An indicator as far as it could be read; the checks across indicators work with what there is, so
 * that one mistake does not hide another or look like two.
 *
 * @param references the indicators it names, with the keys that name them
 */
record IndicatorDraft(
    String id,
    int line,
    Optional<String> dimension,
    OptionalDouble weight,
    IndicatorStatus status,
    Optional<Measure> measure,
    List<Reference> references,
    Optional<Indicator> indicator) {

  /** A key that names another indicator. */
  record Reference(String key, String indicator) {}

  String path() {
    return "indicators." + id;
  }
}
