// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who holds which role on what: people and services that may do something, or everything. */
final class AssignmentsStream implements SnapshotStream<Session> {
  /** Built-in roles with which somebody may change everything, by the vendor's id. */
  private static final Map<String, String> PRIVILEGED =
      Map.of(
          "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "owner",
          "b24988ac-6180-42a0-ab88-20f7382dd24c", "contributor",
          "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "user_access_administrator",
          "f58310d9-a9f6-439a-9e8d-f62e7b41a168", "rbac_administrator",
          "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "storage_blob_data_owner");

  private static final Map<String, String> KINDS =
      Map.of("User", "human", "ServicePrincipal", "service");

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "role_assignments",
        "Roles people and services hold on subscriptions and what is in them",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENTITLED, MetricNames.PRIVILEGED));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("subscription", "string", "the subscription it holds in"),
        new Field("assignment", "string", "its id, unique in the tenant"),
        new Field("principal", "string", "object id of who holds it"),
        new Field("principal_type", "string", "User, Group, ServicePrincipal or the like"),
        new Field("role", "string", "id of the role"),
        new Field("level", "string", "management_group, subscription, resource_group or resource"),
        new Field("created_at", "string", "when it was assigned"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("subscription", "assignment");
  }

  @Override
  public List<Part> parts(Session session) {
    return Resources.subscriptionParts(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return assignments(session, part.place()).stream()
        .map(
            it ->
                Item.<Session>of(
                    part.path() + Keys.encoded(it.path("name").asText()), record(part, it)))
        .toList();
  }

  static List<JsonNode> assignments(Session session, String subscription) {
    return session.list(
        Api.AUTHORIZATION,
        "/subscriptions/" + subscription + "/providers/Microsoft.Authorization/roleAssignments");
  }

  private ObjectNode record(Part part, JsonNode assignment) {
    JsonNode properties = assignment.path("properties");
    ObjectNode record = Records.blank(fields()).put("subscription", part.place());
    Copies.put(record, "assignment", assignment.path("name"));
    Copies.put(record, "principal", properties.path("principalId"));
    Copies.put(record, "principal_type", properties.path("principalType"));
    String role = properties.path("roleDefinitionId").asText();
    record.put("role", role.substring(role.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    record.put("level", level(properties.path("scope").asText()));
    Copies.put(record, "created_at", properties.path("createdOn"));
    return record;
  }

  private static String level(String scope) {
    int parts = (int) scope.chars().filter(it -> it == '/').count();
    if (!scope.startsWith("/subscriptions/")) {
      return "management_group";
    }
    return parts == 2 ? "subscription" : parts == 4 ? "resource_group" : "resource";
  }

  /** Who is in a group only the directory knows: a group stands for nobody. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    String kind = KINDS.get(record.text("principal_type"));
    if (kind != null) {
      emitter.member(
          MetricNames.ENTITLED,
          Subjects.principal(context, record.text("principal")),
          Attributes.of("principal.kind", kind));
    }
    String power = PRIVILEGED.get(record.text("role"));
    if (power != null && !record.text("level").equals("resource")) {
      emitter.member(
          MetricNames.PRIVILEGED,
          Subjects.grant(context, record.text("assignment")),
          Attributes.of("grant.kind", power));
    }
  }
}
