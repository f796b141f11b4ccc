// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.SubjectKind.ASSET;
import static dev.tidemark.model.metric.SubjectKind.COLUMN;

import java.util.List;

/** Rows 1 to 7: what data there is, who answers for it, who reads it, how it is protected. */
final class AssetMetrics {
  static final List<Metric> ALL =
      List.of(
          Entry.own(1, "data.asset.state")
              .state("{asset}")
              .about(ASSET)
              .with(
                  "asset.kind",
                  "owner.present",
                  "class",
                  "described",
                  "retention",
                  "certified",
                  "contract",
                  "active")
              .with("exposure", "shared", "derived", "critical", "reader.teams")
              .with("known.day", "read.day", "write.day")
              .metric(),
          Entry.own(2, "data.asset.count").gauge("{asset}").with("asset.kind").hourly().metric(),
          Entry.own(3, "data.asset.size")
              .gauge("By")
              .with("asset.kind", "database")
              .hourly()
              .metric(),
          Entry.own(4, "data.asset.read")
              .sum("{query}")
              .sketch("{principal}")
              .with("consumer", "certified", "database")
              .hourly()
              .metric(),
          Entry.own(4, "data.asset.write")
              .sum("{row}")
              .about(ASSET)
              .with("database")
              .hourly()
              .metric(),
          Entry.own(5, "data.asset.reader.team")
              .sketch("{team}")
              .about(ASSET)
              .with("reader.teams")
              .metric(),
          Entry.own(6, "data.asset.lineage")
              .state("{edge}")
              .about(ASSET)
              .with("derived", "lineage.day")
              .metric(),
          Entry.own(7, "data.column.protection")
              .stockRatio("{column}")
              .about(COLUMN)
              .with("class")
              .metric());

  private AssetMetrics() {}
}
