// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Persons;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.http.Call;
import dev.tidemark.http.PagedReader;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People and service principals of the workspace. */
final class PrincipalsStream implements SnapshotStream<Session> {
  private static final Part USERS = Part.of("users");
  private static final Part SERVICES = Part.of("service-principals");
  private static final String PAGE = "100";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "principals",
        "Users and service principals of the workspace",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENTITLED));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("at", "string", "when it was read"),
        new Field("id", "string", "its id in the workspace"),
        new Field("principal", "string", "who it is, as a hash"),
        new Field("principal_kind", "string", "human or service"),
        new Field("active", "boolean", "whether it may sign in"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("principal_kind", "id");
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(USERS, SERVICES);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return part.equals(USERS)
        ? items(part, "Users", "userName", "human", session)
        : items(part, "ServicePrincipals", "applicationId", "service", session);
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    if (record.flag("active")) {
      emitter.member(
          MetricNames.ENTITLED,
          Subjects.principal(context, record.text("principal")),
          Attributes.of("principal.kind", record.text("principal_kind")));
    }
  }

  private static List<Item<Session>> items(
      Part part, String path, String name, String kind, Session session) {
    Call call =
        Call.get("/api/2.0/preview/scim/v2/" + path)
            .query("count", PAGE)
            .query("attributes", "id," + name + ",active");
    List<Item<Session>> items = new ArrayList<>();
    String scope = session.platform().account().stratum().urn();
    new PagedReader(call, new ScimPaging(), "/Resources")
        .forEach(
            session.conversation(),
            found -> items.add(item(part, Session.json(found), name, kind, scope)));
    return items;
  }

  private static Item<Session> item(
      Part part, JsonNode found, String name, String kind, String scope) {
    String id = found.path("id").asText();
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record
        .put("id", id)
        .put("principal", Persons.hash(scope, found.path(name).asText()))
        .put("principal_kind", kind)
        .set("active", found.path("active"));
    return Item.of(part.path() + Keys.encoded(id), record);
  }
}
