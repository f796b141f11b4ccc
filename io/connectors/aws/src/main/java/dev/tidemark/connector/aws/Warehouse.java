// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database of Amazon Redshift.
 *
 * @param name of the cluster or workgroup it is in
 */
record Warehouse(String region, Kind kind, String name, String database) {
  /** How it runs. */
  enum Kind {
    /** On machines of its own. */
    CLUSTER,
    /** On machines that come when something is asked. */
    WORKGROUP;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern ADDRESS =
      Pattern.compile("(?:([a-z0-9-]+):)?(cluster|workgroup)/([a-z0-9-]+)/([^/]+)");

  /** The port the vendor's naming gives it where nobody chose another. */
  private static final int PORT = 5439;

  /**
   * Reads an address such as {@code eu-central-1:cluster/analytics/prod}.
   *
   * @param home the region where the address names none
   * @throws ConnectorException of category CONFIG if it is none
   */
  static Warehouse of(String address, String home) {
    Matcher parts = ADDRESS.matcher(address.strip());
    if (!parts.matches()) {
      throw ConnectorException.of(
          Category.CONFIG,
          "the option redshift holds '"
              + address
              + "', which is not cluster/NAME/DATABASE or workgroup/NAME/DATABASE, with REGION: in"
              + " front where it is not "
              + home);
    }
    return new Warehouse(
        parts.group(1) == null ? home : parts.group(1),
        Kind.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
        parts.group(3),
        parts.group(4));
  }

  /** Its address with the region. */
  String address() {
    return region + ":" + kind.word() + "/" + name + "/" + database;
  }

  Part part() {
    return Part.of(region, kind.word(), name, database);
  }

  /** Whether a part of the account is this database. */
  boolean is(Part part) {
    return part().path().equals(part.path());
  }

  /** What several of its databases have in common, such as the users. */
  String cluster() {
    return region + ":" + kind.word() + "/" + name;
  }

  /** A table or view as OpenLineage names it. */
  Subject table(String type, String schema, String table) {
    String path =
        Stream.of(database, schema, table).map(Urns::encoded).collect(Collectors.joining("."));
    return new Subject(type, "redshift://" + name + "." + region + ":" + PORT + "/" + path);
  }

  static List<Part> parts(Session session) {
    return session.scope().warehouses().stream().map(Warehouse::part).toList();
  }

  static Warehouse of(Part part, Session session) {
    return session.scope().warehouses().stream()
        .filter(warehouse -> warehouse.is(part))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(part.path()));
  }
}
