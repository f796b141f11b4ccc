// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.evidence;

import dev.tidemark.model.metric.Metric;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which metrics connectors can supply.
 *
 * @param byStratum the metrics the connector types of a stratum can supply; a stratum that is
 *     absent has no connector type, so everything applies to it and nothing is supplied
 * @param anywhere the metrics that some connector type can supply
 */
public record Supply(Map<String, Set<String>> byStratum, Set<String> anywhere) {
  public Supply {
    byStratum = Collections.unmodifiableMap(new TreeMap<>(byStratum));
    anywhere = Collections.unmodifiableSet(new TreeSet<>(anywhere));
  }

  /** Whether the platform of a stratum knows the metric at all, as far as anybody can tell. */
  public boolean applies(String stratum, Metric metric) {
    Set<String> metrics = byStratum.get(stratum);
    return metrics == null || metrics.contains(metric.name());
  }

  /** Whether a connector of the stratum can supply all of the metrics. */
  public boolean supplies(String stratum, Collection<Metric> metrics) {
    Set<String> supplied = byStratum.getOrDefault(stratum, Set.of());
    return metrics.stream().map(Metric::name).allMatch(supplied::contains);
  }

  /** Whether some connector type can supply all of the metrics. */
  public boolean supplies(Collection<Metric> metrics) {
    return metrics.stream().map(Metric::name).allMatch(anywhere::contains);
  }

  /** The same strata, with the metrics somebody can supply now as well. */
  public Supply joining(Supply now) {
    Set<String> both = new TreeSet<>(anywhere);
    both.addAll(now.anywhere());
    return new Supply(byStratum, both);
  }
}
