// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.SignedIn;
import dev.tidemark.console.web.Answer;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** What can be connected and what each kind can be told, as a JSON Schema a form is drawn from. */
record TypeResource(Types types) {
  private static final String PATH = "/api/connector-types";

  void add(Doors doors) {
    doors.person(HandlerType.GET, PATH, this::list);
    doors.person(HandlerType.GET, PATH + "/{type}", this::show);
  }

  private void list(Context context, SignedIn signedIn) {
    Answer.sendAll(
        context,
        types.all().stream().map(ConnectorType::description).map(TypeResource::summary).toList());
  }

  private void show(Context context, SignedIn signedIn) {
    Answer.send(context, whole(types.require(context.pathParam("type")).description()));
  }

  private static ObjectNode summary(Description description) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", description.type())
        .put("version", description.version())
        .put("title", description.title())
        .put("summary", description.summary());
  }

  private static JsonNode whole(Description description) {
    ObjectNode node = summary(description);
    node.set("authentication", Texts.sorted(description.authentication()));
    node.set(
        "capabilities", Texts.sorted(description.capabilities().stream().map(Enum::name).toList()));
    node.set("streams", streams(description));
    ArrayNode charges = node.putArray("charges");
    description
        .charges()
        .forEach(
            charge ->
                charges
                    .addObject()
                    .put("unit", charge.unit().name())
                    .put("meaning", charge.meaning()));
    node.set("settings_schema", Texts.parsed(description.options().jsonSchema()));
    return node;
  }

  private static ArrayNode streams(Description description) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    description
        .streams()
        .forEach(
            stream ->
                list.addObject()
                    .put("name", stream.name())
                    .put("title", stream.title())
                    .put("kind", stream.kind().name())
                    .put("interval", stream.interval().toString())
                    .put("latency", stream.latency().toString())
                    .set("metrics", Texts.sorted(stream.metrics())));
    return list;
  }
}
