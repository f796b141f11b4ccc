// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Types that show the organisation itself: its objects, fields, permissions, security. */
final class Metadata {
  private final World world;

  Metadata(World world) {
    this.world = world;
  }

  List<SObject> types() {
    return List.of(
        SObject.of(
            "Organization",
            "Id Name OrganizationType IsSandbox InstanceName SystemModstamp",
            "Id",
            this::organisation),
        SObject.of(
                "FieldDefinition",
                "DurableId QualifiedApiName DataType Description BusinessOwnerId BusinessStatus"
                    + " SecurityClassification ComplianceGroup IsCalculated EntityDefinitionId"
                    + " EntityDefinition.QualifiedApiName",
                "DurableId",
                this::fields)
            .asMetadata()
            .needing("ViewSetup"),
        SObject.of(
                "EntityDefinition",
                "DurableId QualifiedApiName ExternalSharingModel InternalSharingModel"
                    + " IsCustomSetting",
                "DurableId",
                this::entities)
            .asMetadata()
            .needing("ViewSetup"),
        SObject.of(
                "CustomObject", "Id DeveloperName NamespacePrefix Description", "Id", this::customs)
            .needing("ViewSetup"),
        SObject.of(
                "SecurityHealthCheck",
                "DurableId Score CustomBaselineId",
                "DurableId",
                this::health)
            .needing("ViewHealthCheck"),
        SObject.of(
                "ObjectPermissions",
                "Id SobjectType PermissionsRead ParentId Parent.Profile.UserType"
                    + " Parent.Profile.Name",
                "Id",
                this::guests)
            .needing("ViewSetup"));
  }

  /** A type of the organisation's own: one row is enough to know when it was last written. */
  static SObject type(DataObject object) {
    StringBuilder names = new StringBuilder("LastModifiedDate");
    object.fields().forEach(it -> names.append(' ').append(it.path("QualifiedApiName").asText()));
    return SObject.of(object.name(), names.toString(), "Id", from -> newest(object));
  }

  private static Stream<ObjectNode> newest(DataObject object) {
    return object.written() == null
        ? Stream.of()
        : Stream.of(
            Json.object()
                .put("Id", Ids.of("a00", object.name().hashCode() & 0xffff))
                .put("SystemModstamp", object.written()));
  }

  private Stream<ObjectNode> organisation(Instant from) {
    return Stream.of(
        Json.object()
            .put("Id", World.ORGANISATION)
            .put("Name", "Tidewater")
            .put("OrganizationType", "Enterprise Edition")
            .put("IsSandbox", false)
            .put("InstanceName", "FAKE1")
            .put("SystemModstamp", "2020-01-01T00:00:00.000+0000"));
  }

  private Stream<ObjectNode> fields(Instant from) {
    return world.dataObjects().stream()
        .flatMap(object -> object.fields().stream().map(field -> field(object, field)));
  }

  private static ObjectNode field(DataObject object, ObjectNode field) {
    ObjectNode row = field.deepCopy();
    row.remove("encrypted");
    row.put("DurableId", object.name() + "." + field.path("QualifiedApiName").asText());
    row.put("EntityDefinitionId", object.name());
    row.putObject("EntityDefinition").put("QualifiedApiName", object.name());
    return row;
  }

  private Stream<ObjectNode> entities(Instant from) {
    return world.dataObjects().stream()
        .map(
            object ->
                Json.object()
                    .put("DurableId", object.name())
                    .put("QualifiedApiName", object.name())
                    .put("ExternalSharingModel", "Private")
                    .put("InternalSharingModel", "ReadWrite")
                    .put("IsCustomSetting", false));
  }

  private Stream<ObjectNode> customs(Instant from) {
    return world.dataObjects().stream()
        .map(
            object ->
                Json.object()
                    .put("Id", Ids.of("01I", object.name().hashCode() & 0xffffff))
                    .put("DeveloperName", object.name().replaceFirst("__c$", ""))
                    .putNull("NamespacePrefix")
                    .put("Description", object.description()));
  }

  private Stream<ObjectNode> health(Instant from) {
    long score = Math.round(100 * world.account().posture(world.clock().instant()));
    return Stream.of(
        Json.object()
            .put("DurableId", "HealthCheck")
            .put("Score", String.valueOf(score))
            .putNull("CustomBaselineId"));
  }

  /** What guests may read. */
  private Stream<ObjectNode> guests(Instant from) {
    return world.dataObjects().stream().filter(DataObject::open).map(Metadata::guest);
  }

  private static ObjectNode guest(DataObject object) {
    ObjectNode row = Json.object();
    row.put("Id", Ids.of("110", object.name().hashCode() & 0xffffff))
        .put("SobjectType", object.name())
        .put("PermissionsRead", true)
        .put("ParentId", Ids.of("0PS", 1));
    row.putObject("Parent").putObject("Profile").put("UserType", "Guest").put("Name", "Site Guest");
    return row;
  }
}
