// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the organisation as a whole, and notes what cannot be seen. For one thread. */
final class Census {
  private static final String STANDARD = "standard";

  private final Session session;
  private final ObjectNode record;

  Census(Session session, List<Field> fields) {
    this.session = session;
    this.record = Records.blank(fields);
  }

  Optional<ObjectNode> read() {
    limits(session.get("limits"));
    organisation();
    Set<Rights.Right> rights = Rights.of(session);
    objects();
    boolean sawHealth = health();
    ArrayNode missing = record.putArray("missing");
    missing(rights, sawHealth, missing);
    reads(rights, missing);
    return Optional.of(record);
  }

  private void limits(JsonNode limits) {
    JsonNode requests = limits.path("DailyApiRequests");
    if (requests.has("Max")) {
      record.put("api_requests_allowed", requests.path("Max").asLong());
      record.put("api_requests_used", used(requests));
    }
    storage(limits, "DataStorageMB", "data_storage_mb");
    storage(limits, "FileStorageMB", "file_storage_mb");
  }

  private void storage(JsonNode limits, String name, String field) {
    JsonNode limit = limits.path(name);
    if (limit.has("Max") && limit.has("Remaining")) {
      record.put(field, used(limit));
    }
  }

  /** What is left can be less than nothing. */
  private static long used(JsonNode limit) {
    return Math.max(0, limit.path("Max").asLong() - limit.path("Remaining").asLong());
  }

  private void organisation() {
    Rows rows =
        session.query(
            Session.Door.QUERY, "SELECT Id, OrganizationType, IsSandbox FROM Organization");
    for (JsonNode row : rows.all()) {
      record.set("organisation_id", row.path("Id"));
      record.set("edition", row.path("OrganizationType"));
      record.set("sandbox", row.path("IsSandbox"));
    }
  }

  /** Counts are told of all objects there are, descriptions of those the user may read. */
  private void objects() {
    Map<String, Long> counts = Inventory.counts(session).orElse(null);
    Map<String, Boolean> seen = Inventory.objects(session, counts);
    record.put("objects_seen", seen.size());
    if (counts != null) {
      record.put("objects_there", seen.size() + hidden(seen, counts));
      record.put(
          "records", seen.keySet().stream().mapToLong(it -> counts.getOrDefault(it, 0L)).sum());
    }
  }

  /** Custom objects with records that the user cannot read. */
  private long hidden(Map<String, Boolean> seen, Map<String, Long> counts) {
    return counts.keySet().stream()
        .filter(name -> name.endsWith("__c") && !seen.containsKey(name))
        .filter(session.organisation().names()::contains)
        .count();
  }

  private boolean health() {
    try {
      Rows rows =
          session.query(
              Session.Door.TOOLING, "SELECT Score, CustomBaselineId FROM SecurityHealthCheck");
      rows.all().forEach(this::health);
      return true;
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      return false;
    }
  }

  /** The vendor sends the score as a text. */
  private void health(JsonNode row) {
    String score = row.path("Score").asText("");
    if (score.matches("\\d{1,3}(\\.\\d+)?")) {
      record.put("health_score", Math.round(Double.parseDouble(score)));
      record.put("health_baseline", row.path("CustomBaselineId").asText(STANDARD));
      if (row.path("CustomBaselineId").isNull()) {
        record.put("health_baseline", STANDARD);
      }
    }
  }

  private static void missing(Set<Rights.Right> rights, boolean sawHealth, ArrayNode missing) {
    if (!rights.contains(Rights.Right.VIEW_SETUP)) {
      add(
          missing,
          Rights.Right.VIEW_SETUP.title(),
          MetricNames.ASSET_STATE,
          MetricNames.PROTECTION,
          MetricNames.EXPOSURE,
          MetricNames.PRIVILEGED,
          MetricNames.OBJECT_CHANGE);
    }
    if (!Rights.seeLogins(rights)) {
      add(missing, Rights.Right.MONITOR_LOGINS.title(), MetricNames.LOGIN, MetricNames.ACTIVE);
    }
    if (!sawHealth) {
      add(missing, Rights.Right.VIEW_HEALTH.title(), MetricNames.POSTURE);
    }
  }

  /** Reports are logged where Event Monitoring was bought, requests for a day in any case. */
  private void reads(Set<Rights.Right> rights, ArrayNode missing) {
    if (!rights.contains(Rights.Right.VIEW_EVENT_LOGS)) {
      add(missing, Rights.Right.VIEW_EVENT_LOGS.title(), MetricNames.ASSET_READ, MetricNames.QUERY);
    } else if (!EventLogs.maySeeReports(session)) {
      add(missing, "Event Monitoring", MetricNames.ASSET_READ, MetricNames.QUERY);
    }
  }

  private static void add(ArrayNode missing, String permission, String... metrics) {
    ArrayNode names = missing.addObject().put("permission", permission).putArray("metrics");
    List.of(metrics).forEach(names::add);
  }
}
