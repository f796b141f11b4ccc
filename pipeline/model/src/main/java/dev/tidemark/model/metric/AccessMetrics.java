// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static dev.tidemark.model.metric.SubjectKind.ASSET;
import static dev.tidemark.model.metric.SubjectKind.GRANT;
import static dev.tidemark.model.metric.SubjectKind.PRINCIPAL;

import java.util.List;

/** Rows 24 to 32: who signs in, who may do what, what lies open. */
final class AccessMetrics {
  static final List<Metric> ALL =
      List.of(
          Entry.own(24, "identity.principal.active")
              .sketch("{principal}")
              .about(PRINCIPAL)
              .with("principal.kind", "mfa")
              .metric(),
          Entry.own(25, "identity.principal.entitled")
              .sketch("{principal}")
              .about(PRINCIPAL)
              .with("principal.kind")
              .metric(),
          Entry.own(26, "identity.login")
              .sum("{login}")
              .with("principal.kind", "mfa", "outcome")
              .hourly()
              .metric(),
          Entry.own(27, "access.grant.privileged")
              .sketch("{grant}")
              .about(GRANT)
              .with("grant.kind")
              .metric(),
          Entry.own(28, "access.grant.used")
              .sketch("{grant}")
              .about(GRANT)
              .with("grant.kind")
              .metric(),
          Entry.own(29, "access.request.duration").histogram("s").with("outcome").metric(),
          Entry.own(30, "data.query")
              .sum("{query}")
              .with("consumer", "certified", "outcome")
              .hourly()
              .metric(),
          Entry.own(31, "data.exposure")
              .state("{asset}")
              .about(ASSET)
              .with("exposure", "exposure.approved", "region.allowed")
              .metric(),
          Entry.own(32, "security.posture.score")
              .gauge("1")
              .with("framework", "version")
              .within(Range.SHARE)
              .metric());

  private AccessMetrics() {}
}
