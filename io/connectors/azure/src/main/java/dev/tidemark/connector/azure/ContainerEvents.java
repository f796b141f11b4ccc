// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a record of the stream {@code containers} says in standard metrics. */
final class ContainerEvents {
  private ContainerEvents() {}

  static void normalise(Facts record, Emitter emitter) {
    Subject subject = Subjects.container(record.text("urn"));
    emitter.state(MetricNames.ASSET_STATE, subject, facts(record));
    Map<String, String> exposure = new TreeMap<>();
    reach(record).ifPresent(it -> exposure.put("exposure", it));
    exposure.put("exposure.approved", Boolean.toString(record.flag("exposure_approved")));
    emitter.state(MetricNames.EXPOSURE, subject, exposure);
  }

  private static Map<String, String> facts(Facts record) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", "container");
    record.findFlag("owner_present").ifPresent(it -> facts.put("owner.present", it.toString()));
    record.findFlag("described").ifPresent(it -> facts.put("described", it.toString()));
    record.findText("class").ifPresent(it -> facts.put("class", it));
    record.findText("region").ifPresent(it -> facts.put("region", it));
    record.findText("key_source").ifPresent(it -> facts.put("encryption", it));
    record.findFlag("versioning").ifPresent(it -> facts.put("versioning", it.toString()));
    record.findCount("soft_delete_days").ifPresent(it -> facts.put("soft.delete.days", "" + it));
    retention(record).ifPresent(it -> facts.put("retention", it));
    return facts;
  }

  /** Whether blobs are kept or go by a rule; that the time is right for their class nobody says. */
  private static Optional<String> retention(Facts record) {
    if (record.flag("immutable")) {
      return Optional.of("other");
    }
    return record.findFlag("expires").map(expires -> expires ? "other" : "none");
  }

  /** Open to everybody where container, account and network all let everybody in. */
  private static Optional<String> reach(Facts record) {
    boolean isClosed =
        record.text("public_access").equals("None")
            || !record.flag("reached_publicly")
            || !record.findFlag("public_access_allowed").orElse(true);
    if (isClosed) {
      return Optional.of("private");
    }
    return record.findFlag("public_access_allowed").map(allowed -> "public");
  }
}
