// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.SubjectKind.ASSET;

import java.util.List;

/** Rows 8 to 15: checks, freshness, incidents, contracts. */
final class QualityMetrics {
  static final List<Metric> ALL =
      List.of(
          Entry.own(8, "data.quality.check").ratio("{check}").with("check.dimension").metric(),
          Entry.own(9, "data.quality.check.last")
              .state("{asset}")
              .about(ASSET)
              .with("check.day")
              .metric(),
          Entry.own(10, "data.freshness.lag").gauge("s").about(ASSET).with("database").metric(),
          Entry.own(11, "data.freshness.objective")
              .gauge("s")
              .about(ASSET)
              .with("database")
              .metric(),
          Entry.own(12, "data.freshness.attainment").ratio("{asset}.d").metric(),
          Entry.own(13, "data.quality.incident.duration").histogram("s").with("severity").metric(),
          Entry.own(14, "data.schema.change").sum("{change}").with("breaking").metric(),
          Entry.own(15, "data.contract.state")
              .state("{asset}")
              .about(ASSET)
              .with("contract", "shared")
              .metric());

  private QualityMetrics() {}
}
