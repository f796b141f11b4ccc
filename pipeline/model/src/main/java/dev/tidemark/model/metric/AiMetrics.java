// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.SubjectKind.ENDPOINT;
import static dev.tidemark.model.metric.SubjectKind.MODEL;
import static dev.tidemark.model.metric.SubjectKind.PRINCIPAL;

import java.util.List;

/** Rows 33 to 42: models, endpoints, releases, assistants. */
final class AiMetrics {
  static final List<Metric> ALL =
      List.of(
          Entry.own(33, "ai.model.state")
              .state("{model}")
              .about(MODEL)
              .with(
                  "registered",
                  "owner.present",
                  "version.present",
                  "stage",
                  "data.lineage",
                  "code.version")
              .with("monitored.day", "risk.assessed.day")
              .metric(),
          Entry.own(34, "ai.endpoint.seen")
              .state("{endpoint}")
              .about(ENDPOINT)
              .with("registered", "owner.present", "version.present", "stage", "seen.day")
              .metric(),
          Entry.own(35, "ai.model.release").sum("{release}").with("evaluated", "stage").metric(),
          Entry.own(36, "ai.model.promotion.duration").histogram("s").metric(),
          Entry.own(37, "ai.alert.duration").histogram("s").with("alert.kind").metric(),
          Entry.openTelemetry(38, "gen_ai.client.operation.duration")
              .histogram("s")
              .with("gen_ai.operation.name", "gen_ai.provider.name", "error.type")
              .hourly()
              .metric(),
          Entry.openTelemetry(39, "gen_ai.client.token.usage")
              .histogram("{token}")
              .with("gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.token.type")
              .hourly()
              .metric(),
          Entry.own(40, "ai.gateway.request")
              .ratio("{request}")
              .with("gen_ai.provider.name")
              .hourly()
              .metric(),
          Entry.own(41, "ai.interaction.sensitive").ratio("{interaction}").hourly().metric(),
          Entry.own(42, "ai.seat.active")
              .sketch("{user}")
              .about(PRINCIPAL)
              .with("product")
              .metric(),
          Entry.own(42, "ai.seat.licensed").gauge("{seat}").with("product").metric());

  private AiMetrics() {}
}
