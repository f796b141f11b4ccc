// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.Condition;
import dev.tidemark.fake.salesforce.soql.Fields;
import dev.tidemark.fake.salesforce.soql.Soql;
import dev.tidemark.fake.salesforce.soql.SoqlException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Carries queries out, within what the asking user may see and the type can be asked. */
final class Queries {
  /** Without one of these, of these types only one's own rows are seen. */
  private static final Set<String> LOGIN_RIGHTS = Set.of("ManageUsers", "MonitorLoginHistory");

  private final World world;

  Queries(World world) {
    this.world = world;
  }

  /** Which rows are meant. */
  enum Scope {
    /** What is there. */
    THERE,
    /** What is there, and what was deleted. */
    DELETED_TOO
  }

  /** The records of a query, each with the fields asked for. */
  List<ObjectNode> run(Soql query, Scope scope) {
    SObject type = type(query);
    query.named().forEach(field -> require(type, field));
    if (type.reified()) {
      requireEquality(type, query);
    }
    Instant from =
        query
            .condition()
            .filter(it -> type.isTimeline())
            .map(it -> EarliestTime.of(it, type.order().get(0)))
            .orElse(Instant.MIN);
    Stream<ObjectNode> rows = world.rows(type, from).filter(row -> isSeen(type, row, scope));
    return query.of(rows, type.order()).map(row -> projected(type, query, row)).toList();
  }

  private SObject type(Soql query) {
    SObject type =
        world
            .type(query.object())
            .orElseThrow(() -> new SoqlException("INVALID_TYPE", unsupported(query.object())));
    if (!world.permissions().hasOneOf(type.needs())) {
      throw new SoqlException("INVALID_TYPE", unsupported(query.object()));
    }
    return type;
  }

  private static String unsupported(String object) {
    return "sObject type '%s' is not supported.".formatted(object);
  }

  private void require(SObject type, String field) {
    if (!type.hasField(field) || world.hides(type.name(), field)) {
      throw new SoqlException(
          "INVALID_FIELD", "No such column '%s' on entity '%s'.".formatted(field, type.name()));
    }
  }

  /** Of metadata only equality may be asked, and of fields only those of one object. */
  private static void requireEquality(SObject type, Soql query) {
    boolean plain = query.condition().map(Queries::isEquality).orElse(true);
    if (!plain) {
      throw new SoqlException("INVALID_QUERY_FILTER_OPERATOR", "Only equals comparisons permitted");
    }
    boolean filtered =
        query.condition().map(Condition::fields).orElseGet(Stream::of).findAny().isPresent();
    if (type.name().equals("FieldDefinition") && !filtered) {
      throw new SoqlException(
          "MALFORMED_QUERY",
          "When retrieving results with FieldDefinition, a filter on a reified column is required:"
              + " [EntityDefinitionId,DurableId]");
    }
  }

  private static boolean isEquality(Condition condition) {
    return condition instanceof Condition.And and
        ? and.parts().stream().allMatch(Queries::isEquality)
        : condition instanceof Condition.Comparison comparison && comparison.operator().equals("=");
  }

  private boolean isSeen(SObject type, ObjectNode row, Scope scope) {
    if (scope == Scope.THERE && row.path("IsDeleted").asBoolean(false)) {
      return false;
    }
    return switch (type.name()) {
      case "LoginHistory" ->
          world.permissions().hasOneOf(LOGIN_RIGHTS) || isOwn(row.path("UserId"));
      case "PermissionSetAssignment" ->
          world.permissions().has("ViewSetup") || isOwn(row.path("AssigneeId"));
      default -> true;
    };
  }

  private static boolean isOwn(JsonNode user) {
    return user.asText().equals(World.USER);
  }

  private static ObjectNode projected(SObject type, Soql query, JsonNode row) {
    ObjectNode record = Json.object();
    record
        .putObject("attributes")
        .put("type", type.name())
        .put(
            "url",
            "/services/data/v66.0/sobjects/%s/%s".formatted(type.name(), row.path("Id").asText()));
    if (!query.counts()) {
      query.fields().forEach(field -> put(record, field, row));
    }
    return record;
  }

  /** What is reached across a relationship that leads nowhere is null as a whole. */
  private static void put(ObjectNode record, String field, JsonNode row) {
    int dot = field.indexOf('.');
    if (dot > 0 && Fields.at(row, field.substring(0, dot)).isNull()) {
      record.putNull(field.substring(0, dot));
    } else {
      Json.put(record, field, Fields.at(row, field));
    }
  }
}
