// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts what is written down about the fields of an object. For one thread. */
final class FieldSurvey {
  private final List<String> classes = new ArrayList<>();
  private final Set<String> sensitive = new TreeSet<>();
  private int all;
  private int custom;
  private int described;
  private int owned;
  private int deprecated;

  void add(JsonNode field) {
    String name = field.path("QualifiedApiName").asText();
    boolean own = name.endsWith("__c");
    all++;
    custom += own ? 1 : 0;
    described += own && says(field, "Description") ? 1 : 0;
    owned += says(field, "BusinessOwnerId") ? 1 : 0;
    deprecated += field.path("BusinessStatus").asText().equals("DeprecateCandidate") ? 1 : 0;
    level(field).ifPresent(it -> classify(name, it));
  }

  private void classify(String name, String level) {
    classes.add(level);
    if (Sensitivity.isSensitive(level)) {
      sensitive.add(name);
    }
  }

  private static Optional<String> level(JsonNode field) {
    return Sensitivity.of(
        field.path("SecurityClassification").asText(""), field.path("ComplianceGroup").asText(""));
  }

  private static boolean says(JsonNode field, String name) {
    return field.path(name).isTextual() && Records.isSaid(field.path(name).textValue());
  }

  /** Fields that need protection. */
  Set<String> sensitive() {
    return sensitive;
  }

  void write(ObjectNode record) {
    record
        .put("fields", all)
        .put("custom_fields", custom)
        .put("custom_fields_described", described)
        .put("fields_owned", owned)
        .put("fields_classified", classes.size())
        .put("sensitive_fields", sensitive.size())
        .put("deprecated_fields", deprecated);
    Sensitivity.most(classes).ifPresent(it -> record.put("class", it));
  }
}
