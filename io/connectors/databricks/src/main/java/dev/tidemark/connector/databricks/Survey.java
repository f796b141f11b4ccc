// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Part;
import dev.tidemark.http.Call;
import dev.tidemark.http.PagedReader;
import dev.tidemark.http.Paging;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import java.util.ArrayList;
import java.util.List;

/** What there is, bounded to what a person can read; no statement is run for it. */
final class Survey {
  private static final int MOST_CATALOGS = 50;
  private static final int MOST_OBJECTS = 1_000;
  private static final String PATH = "/api/2.1/unity-catalog/";

  private final Session session;
  private final List<DiscoveredObject> objects = new ArrayList<>();

  Survey(Session session) {
    this.session = session;
  }

  Discovery discovery() {
    List<String> catalogs = new ArrayList<>();
    look("catalogs", () -> list("catalogs", "", catalogs));
    catalogs.stream()
        .filter(session.scope().catalogs()::contains)
        .limit(MOST_CATALOGS)
        .forEach(this::catalog);
    look(
        "jobs",
        () ->
            new PagedReader(
                    Call.get("/api/2.2/jobs/list").query("limit", "100"),
                    Paging.token("/next_page_token", "page_token"),
                    "/jobs")
                .forEach(
                    session.conversation(),
                    job ->
                        add("job", Session.json(job).path("settings").path("name").asText(), "")));
    return new Discovery(DatabricksStreams.ALL.discovered(), objects);
  }

  private void catalog(String catalog) {
    add("catalog", catalog, "");
    look(
        catalog,
        () -> {
          List<String> schemas = new ArrayList<>();
          list("schemas", catalog, schemas);
          schemas.forEach(schema -> add("schema", catalog + "." + schema, ""));
        });
  }

  private void list(String what, String catalog, List<String> names) {
    Call call = Call.get(PATH + what).query("max_results", "100");
    new PagedReader(
            catalog.isEmpty() ? call : call.query("catalog_name", catalog),
            Paging.token("/next_page_token", "page_token"),
            "/" + what)
        .forEach(
            session.conversation(), found -> names.add(Session.json(found).path("name").asText()));
  }

  private void look(String name, Runnable question) {
    try {
      question.run();
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      add("failure", name, String.valueOf(failure.getMessage()));
    }
  }

  private void add(String kind, String name, String detail) {
    if (objects.size() < MOST_OBJECTS) {
      objects.add(new DiscoveredObject(kind, name, detail));
    }
  }
}
