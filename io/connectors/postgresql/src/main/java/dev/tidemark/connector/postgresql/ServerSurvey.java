// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once into every database. Used once, by one thread. */
final class ServerSurvey {
  private static final Logger LOG = LoggerFactory.getLogger(ServerSurvey.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Visit visit;
  private final Server server;
  private final PageDraft draft;
  private final Map<String, Long> assets = new TreeMap<>();
  private final List<String> unreachable = new ArrayList<>();

  ServerSurvey(Visit visit, PageDraft draft) {
    this.visit = visit;
    this.server = visit.server();
    this.draft = draft;
    for (String kind : AssetKinds.ALL) {
      assets.put(kind, 0L);
    }
  }

  Fetched page() {
    ObjectNode record = JSON.createObjectNode();
    List<Database> databases = describe(record);
    databases.forEach(this::survey);
    record.put("statements", server.statements().find().isPresent());
    record.put("databases", databases.size());
    ArrayNode missing = record.putArray("unreachable");
    unreachable.forEach(missing::add);
    record.set("assets", JSON.valueToTree(assets));
    draft.add("server", record);
    return draft.ends(draft.request().upper());
  }

  private List<Database> describe(ObjectNode record) {
    try (Session session = server.sessions().first()) {
      visit.countCall();
      record.setAll(object(session.texts("server").get(0)));
      return server.databases().list(session);
    }
  }

  private void survey(Database database) {
    if (!database.isConnectable()) {
      unreachable.add(database.name());
      return;
    }
    try (Session session = server.sessions().on(database.name())) {
      visit.countCall();
      session.rows("assets_of_database", List.of(), row -> count(row.getString(1), row.getLong(2)));
    } catch (ConnectorException failure) {
      if (failure.category() != Category.PERMISSION) {
        LOG.warn("database {} cannot be read: {}", database.name(), failure.getMessage());
      }
      unreachable.add(database.name());
    }
  }

  private boolean count(String kind, long number) {
    assets.merge(kind, number, Long::sum);
    return true;
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw ConnectorException.of(Category.DATA, "the server's JSON cannot be read", impossible);
    }
  }
}
