// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Place.Skipped;
import java.util.List;

/**
 * What happened in a stretch of time.
 *
 * @param skipped whether a part of the tenant could not be asked
 */
record Slice(List<Happening> happenings, Skipped skipped) {
  Slice {
    happenings = happenings.stream().sorted(Happening.ORDER).toList();
  }
}
