// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.SubjectKind.CONNECTOR;
import static dev.tidemark.model.metric.SubjectKind.DOCUMENT;
import static dev.tidemark.model.metric.SubjectKind.RESULT;

import java.util.List;

/** Rows 43 to 48: cost, collaboration, laboratories, and the connectors themselves. */
final class EstateMetrics {
  static final List<Metric> ALL =
      List.of(
          Entry.own(43, "cost.amount")
              .sum("{USD}")
              .with("service", "allocated", "idle", "currency")
              .metric(),
          Entry.own(44, "cost.forecast").gauge("{USD}").with("service", "currency").metric(),
          Entry.own(45, "collab.document.shared").stockRatio("{document}").about(DOCUMENT).metric(),
          Entry.own(46, "lab.result.captured").ratio("{result}").about(RESULT).metric(),
          Entry.own(47, "lab.sample.turnaround").histogram("s").metric(),
          Entry.own(47, "lab.result.reviewed").ratio("{result}").about(RESULT).metric(),
          Entry.own(48, "connector.heartbeat")
              .heartbeat("1")
              .about(CONNECTOR)
              .with("outcome")
              .metric(),
          Entry.own(48, "connector.lag").gauge("s").about(CONNECTOR).metric(),
          Entry.own(48, "connector.asset.eligible")
              .gauge("{asset}")
              .about(CONNECTOR)
              .with("subject.kind")
              .metric(),
          Entry.own(48, "connector.permission.missing")
              .state("{permission}")
              .about(CONNECTOR)
              .with("permission", "metric")
              .metric());

  private EstateMetrics() {}
}
