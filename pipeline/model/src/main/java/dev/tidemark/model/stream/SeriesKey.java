// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.window.Attributes;
import java.util.Objects;

/**
 * Identifies a cumulative counter within its stream.
 *
 * @param subject the URN of what is counted, empty for the account as a whole. After a {@code #} it
 *     names a part, such as one partition of a table: the part has a counter of its own, so that
 *     parts come and go without looking like a reset of the whole
 */
public record SeriesKey(Stratum stratum, String metric, String subject, Attributes attributes) {
  public SeriesKey {
    Objects.requireNonNull(stratum, "stratum");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(attributes, "attributes");
  }

  /** The URN of the asset that is active when this counter moves: the whole, where it is a part. */
  public String asset() {
    int part = subject.indexOf('#');
    return part < 0 ? subject : subject.substring(0, part);
  }
}
