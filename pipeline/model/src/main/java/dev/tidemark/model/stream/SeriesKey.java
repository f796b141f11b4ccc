// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.window.Attributes;
import java.util.Objects;

/**
 * Identifies a cumulative counter within its stream.
 *
 * @param subject the URN of what is counted, empty for the account as a whole
 */
public record SeriesKey(Stratum stratum, String metric, String subject, Attributes attributes) {
  public SeriesKey {
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(attributes, "attributes");
  }
}
