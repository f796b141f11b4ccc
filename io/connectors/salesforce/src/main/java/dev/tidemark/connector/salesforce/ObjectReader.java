// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is known of one object. */
record ObjectReader(String name, Inventory inventory, Session session) {
  private static final String FIELDS =
      "SELECT QualifiedApiName, Description, BusinessOwnerId, BusinessStatus,"
          + " SecurityClassification, ComplianceGroup FROM FieldDefinition"
          + " WHERE EntityDefinition.QualifiedApiName = ";

  Optional<ObjectNode> read() {
    Rows rows = session.query(Session.Door.TOOLING, FIELDS + Soql.text(name));
    if (rows.end() == Rows.End.AHEAD) {
      throw ConnectorException.of(
          Category.UNSUPPORTED,
          "object " + name + " has more fields than the vendor tells at once: leave it out");
    }
    FieldSurvey survey = new FieldSurvey();
    rows.all().forEach(survey::add);
    ObjectNode record = Records.blank(new ObjectsStream().fields());
    survey.write(record);
    about(record);
    encryption(survey.sensitive(), record);
    written().ifPresent(at -> record.put("written_at", at));
    return Optional.of(record);
  }

  private void about(ObjectNode record) {
    boolean custom = inventory.objects().getOrDefault(name, false);
    record
        .put("name", name)
        .put("custom", custom)
        .put("guests_read", inventory.guests().contains(name));
    if (custom) {
      record.put("described", Records.isSaid(inventory.descriptions().get(name)));
    }
    Map<String, Long> counts = inventory.counts();
    if (counts != null && counts.containsKey(name)) {
      record.put("records", counts.get(name));
    }
  }

  /** Which sensitive fields are encrypted; without any the question is not asked. */
  private void encryption(Set<String> sensitive, ObjectNode record) {
    if (sensitive.isEmpty()) {
      return;
    }
    Set<String> encrypted = new HashSet<>();
    for (JsonNode field : session.get("sobjects/" + name + "/describe").path("fields")) {
      if (field.path("encrypted").asBoolean(false)) {
        encrypted.add(field.path("name").asText());
      }
    }
    encrypted.retainAll(sensitive);
    record.put("encrypted_fields", encrypted.size());
  }

  /** The time of the newest record, which is no data; empty where that cannot be asked. */
  private Optional<String> written() {
    try {
      Rows rows =
          session.query(
              Session.Door.QUERY,
              "SELECT SystemModstamp FROM " + name + " ORDER BY SystemModstamp DESC LIMIT 1");
      return rows.all().stream()
          .findFirst()
          .flatMap(row -> SalesforceTime.of(row.path("SystemModstamp")))
          .map(Object::toString);
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      return Optional.empty();
    }
  }
}
