// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one UTC day holds of one metric of one stratum under one combination of attributes. Two
 * partials that differ in nothing but their aggregate (from two connectors of one account) are both
 * counted.
 */
public record DayPartial(
    String stratum,
    String metric,
    Map<String, String> attributes,
    LocalDate day,
    Aggregate aggregate) {
  public DayPartial {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
