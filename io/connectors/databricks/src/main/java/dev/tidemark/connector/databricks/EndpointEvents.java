// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;
import java.util.TreeMap;

/** What records about serving endpoints say in standard metrics. */
final class EndpointEvents {
  private EndpointEvents() {}

  /** An endpoint as it is set up. */
  static void shown(Facts endpoint, NormaliseContext context, Emitter emitter) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("owner.present", Boolean.toString(endpoint.flag("creator_present")));
    facts.put("registered", Boolean.toString(endpoint.flag("registered")));
    facts.put("version.present", Boolean.toString(endpoint.flag("version_present")));
    facts.put("stage", endpoint.findText("stage").orElse("production"));
    endpoint
        .findCount("creation_timestamp")
        .ifPresent(it -> facts.put("created.day", Emitter.day(java.time.Instant.ofEpochMilli(it))));
    emitter.state(
        MetricNames.ENDPOINT_SEEN, Subjects.endpoint(context, endpoint.text("name")), facts);
  }

  /** An endpoint that has been asked. */
  static void used(Facts use, NormaliseContext context, Emitter emitter) {
    long failures = use.count("failure_count");
    long requests = use.count("request_count");
    Map<String, String> facts = new TreeMap<>();
    facts.put("requests", Long.toString(requests));
    facts.put("requests.failed", Long.toString(failures));
    facts.put("seen.day", Emitter.day(use.instant("last_micros")));
    emitter.state(
        MetricNames.ENDPOINT_SEEN, Subjects.endpoint(context, use.text("endpoint_name")), facts);
  }
}
