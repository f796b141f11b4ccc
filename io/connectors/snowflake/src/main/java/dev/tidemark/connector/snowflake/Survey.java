// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is, bounded to what a person can read. Used once, by one thread. */
final class Survey {
  private final Reading reading;
  private final Set<String> databases = new LinkedHashSet<>();
  private final Map<String, Integer> schemas = new LinkedHashMap<>();
  private final List<DiscoveredObject> tables = new ArrayList<>();

  Survey(Reading reading) {
    this.reading = reading;
  }

  Discovery discovery() {
    List<DiscoveredObject> objects = new ArrayList<>();
    if (reading.visible().shows(View.TABLES, reading.session())) {
      reading.session().rows(reading.sql("objects"), List.of(), this::look);
    }
    databases.forEach(name -> objects.add(new DiscoveredObject("database", name, "")));
    schemas.forEach(
        (name, count) ->
            objects.add(new DiscoveredObject("schema", name, count + " tables and views")));
    objects.addAll(tables);
    for (View view : View.values()) {
      if (!reading.visible().shows(view, reading.session())) {
        objects.add(
            new DiscoveredObject(
                "failure",
                view.path(),
                String.valueOf(reading.failures().invisible(view).getMessage())));
      }
    }
    return new Discovery(SnowflakeStreams.KNOWN.discovered(), objects);
  }

  private boolean look(ResultSet row) throws SQLException {
    String database = row.getString("DATABASE_NAME");
    if (reading.scope().read().contains(database)) {
      String schema = database + "." + row.getString("SCHEMA_NAME");
      databases.add(database);
      schemas.merge(schema, 1, Integer::sum);
      String rows = row.getString("ROW_COUNT");
      tables.add(
          new DiscoveredObject(
              Subjects.kind(row.getString("KIND")),
              schema + "." + row.getString("NAME"),
              rows == null ? "" : rows + " rows"));
    }
    return true;
  }
}
