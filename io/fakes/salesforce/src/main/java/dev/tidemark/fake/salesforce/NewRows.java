// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes rows in which every field holds something. For one thread. */
final class NewRows {
  /** What is in an event log file: part of its row, and none of the fields a query may name. */
  static final String CONTENT = "content";

  private final World world;
  private final Map<String, DataObject> objects = new HashMap<>();

  NewRows(World world) {
    this.world = world;
  }

  /** Makes one and puts it in its place; what identifies it. */
  String add(String stream, long number, Instant at) {
    ObjectNode row =
        switch (stream) {
          case "users" -> user(number, at);
          case "logins" -> login(number, at);
          case "setup_changes" -> change(number, at);
          case "grants" -> grant(number, at);
          case "agents" -> agent(number, at);
          case "reads" -> logFile(number, at);
          case "objects" -> object(number, at);
          default -> Json.object();
        };
    String type = type(stream);
    if (!type.isEmpty()) {
      world.shelf(type).add(row);
    }
    return row.path("Id").asText();
  }

  static String type(String stream) {
    return switch (stream) {
      case "users" -> "User";
      case "logins" -> "LoginHistory";
      case "setup_changes" -> "SetupAuditTrail";
      case "grants" -> "PermissionSetAssignment";
      case "agents" -> "BotDefinition";
      case "reads" -> "EventLogFile";
      default -> "";
    };
  }

  private static ObjectNode user(long number, Instant at) {
    String time = SoqlTime.text(at);
    ObjectNode row =
        Users.row(
            Ids.of("005", 2_000_000 + number),
            "new." + number + "@tidewater.example",
            true,
            "Standard User",
            "Salesforce");
    return row.put("LastLoginDate", time).put("CreatedDate", time).put("SystemModstamp", time);
  }

  private ObjectNode login(long number, Instant at) {
    String id = Ids.of("0Ya", number);
    world
        .shelf("VerificationHistory")
        .add(Logins.verification(Ids.of("0dR", number), id, World.USER, at));
    return Logins.row(id, World.USER, at)
        .put("AuthenticationServiceId", "0SO000000000001AAA")
        .put("AuthMethodReference", "mfa");
  }

  private static ObjectNode change(long number, Instant at) {
    return Setup.row(Ids.of("0Ym", number), World.USER, at)
        .put("DelegateUser", "support@example.com")
        .put("CreatedByContext", "Einstein");
  }

  private static ObjectNode grant(long number, Instant at) {
    return Setup.assignment(
            Ids.of("0Pa", 2_000_000 + number),
            Ids.of("005", 1 + number % 20),
            "administrators",
            Set.of("ModifyAllData", "ViewAllData"))
        .put("SystemModstamp", SoqlTime.text(at));
  }

  private ObjectNode agent(long number, Instant at) {
    String id = Ids.of("0Xx", 2_000_000 + number);
    world
        .shelf("BotVersion")
        .add(Agents.versionRow(Ids.of("0Xv", 2_000_000 + number), id, 1, "Active", at));
    return Agents.row(id, "agent_" + number, at);
  }

  /** A file that tells of one request. */
  private ObjectNode logFile(long number, Instant at) {
    return logFile(number, at, Ids.of("005", 1 + number % 20));
  }

  /** A file that tells of one request of somebody's. */
  ObjectNode logFile(long number, Instant at, String user) {
    Map<String, String> values =
        Map.of("API_RESOURCE", "/v66.0/query", "ENTITY_NAME", known(), "STATUS_CODE", "200");
    String line = LogEvents.API.line("request-" + number, user, at, values);
    ObjectNode row = EventLogs.row(Ids.of("0AT", number), LogEvents.API, "Daily", at, at);
    return row.put(CONTENT, LogEvents.API.header() + line);
  }

  /** An object there is. */
  private String known() {
    return world.dataObjects().stream().findFirst().map(DataObject::name).orElse("Account");
  }

  private ObjectNode object(long number, Instant at) {
    List<ObjectNode> fields = new ArrayList<>(DataObject.standardFields());
    fields.add(
        DataObject.field("Email__c", "Email")
            .put("Description", "Where to write to")
            .put("BusinessOwnerId", World.USER)
            .put("BusinessStatus", "Active")
            .put("SecurityClassification", "Confidential")
            .put("ComplianceGroup", "GDPR;PII")
            .put("encrypted", true));
    String name = "Zz_%06d__c".formatted(number);
    DataObject made =
        new DataObject(name, "Made for a test", fields, number, SoqlTime.text(at), true);
    put(made);
    return Json.object().put("Id", name);
  }

  /** The object of that name holds a record more. */
  void grow(String name) {
    DataObject old = java.util.Objects.requireNonNull(objects.get(name), name);
    put(
        new DataObject(
            name, old.description(), old.fields(), old.records() + 1, old.written(), old.open()));
  }

  private void put(DataObject object) {
    objects.put(object.name(), object);
    world.put(object);
  }
}
