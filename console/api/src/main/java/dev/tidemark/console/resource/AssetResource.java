// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import dev.tidemark.spi.outlook.Outlook;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The assets that keep an indicator from its best value, by name. The scoring model says where they
 * are counted, the database which they are.
 */
record AssetResource(Outlook outlook, Trials trials) {
  private static final String PATH =
      "/api/organisations/{organisation}/indicators/{indicator}/assets";
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** The name under which a signature holds what its assets are. */
  private static final String TYPE = "subject.type";

  private static final String CELLS =
      "SELECT stratum, signature FROM asset_cell WHERE organisation_id = ?";

  private static final String NAMED =
      """
      SELECT urn, stratum, signature FROM asset
       WHERE organisation_id = ? AND urn > ?
         AND (stratum, signature) IN (SELECT * FROM unnest(?::text[], ?::text[]))
       ORDER BY urn LIMIT ?\
      """;

  /** What assets that are counted together have in common. */
  private record Place(String stratum, Map<String, String> facts) {
    static Place of(AssetCell cell) {
      return new Place(cell.stratum().urn(), cell.signature());
    }
  }

  /** The same as the database has it. */
  private record Kept(String stratum, String signature) {
    static Kept read(Row row) throws SQLException {
      return new Kept(row.text("stratum"), row.text("signature"));
    }

    Place place() {
      Map<String, String> facts = new HashMap<>();
      Texts.parsed(signature)
          .properties()
          .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
      return new Place(stratum, facts);
    }
  }

  /** An asset. */
  private record Asset(String urn, Kept kept) {
    static Asset read(Row row) throws SQLException {
      return new Asset(row.text("urn"), Kept.read(row));
    }

    JsonNode body() {
      ObjectNode facts = (ObjectNode) Texts.parsed(kept.signature());
      JsonNode type = facts.remove(TYPE);
      ObjectNode body =
          JsonNodeFactory.instance
              .objectNode()
              .put("urn", urn)
              .put("type", type == null ? "asset" : type.asText())
              .put("stratum", kept.stratum());
      body.set("facts", facts);
      return body;
    }
  }

  void add(Doors doors) {
    doors.patient().member(HandlerType.GET, PATH, Role.VIEWER, this::failing);
  }

  private void failing(Call call) throws Exception {
    String indicator = Indicators.ofPath(call);
    String stratum = call.context().queryParam("stratum");
    Page page = Page.of(call.context(), 1);
    String after = Optional.ofNullable(page.after(0, it -> it)).orElse("");
    Optional<List<AssetCell>> counted =
        trials
            .within(LONGEST, () -> outlook.failing(call.organisation(), indicator))
            .map(cells -> on(stratum, cells));
    List<Asset> found = named(call, counted.orElse(List.of()), after, page.sought());
    Answer.send(
        call.context(),
        page.answer(found, Asset::body, asset -> List.of(asset.urn()))
            .put("by_asset", counted.isPresent())
            .put("total", total(counted.orElse(List.of()))));
  }

  private static List<AssetCell> on(@Nullable String stratum, List<AssetCell> cells) {
    return cells.stream()
        .filter(cell -> stratum == null || cell.stratum().urn().equals(stratum))
        .toList();
  }

  private static long total(List<AssetCell> cells) {
    return cells.stream().mapToLong(AssetCell::count).sum();
  }

  private static List<Asset> named(Call call, List<AssetCell> cells, String after, int most) {
    if (cells.isEmpty()) {
      return List.of();
    }
    Set<Place> failing = new HashSet<>(cells.stream().map(Place::of).toList());
    return call.database().snapshot(session -> named(session, call, failing, after, most));
  }

  private static List<Asset> named(
      Session session, Call call, Set<Place> failing, String after, int most) throws SQLException {
    Object organisation = call.organisation().value();
    List<Kept> kept =
        session.list(CELLS, Kept::read, organisation).stream()
            .filter(it -> failing.contains(it.place()))
            .toList();
    Object strata = Columns.texts(kept.stream().map(Kept::stratum).toList());
    Object signatures = Columns.texts(kept.stream().map(Kept::signature).toList());
    return session.list(NAMED, Asset::read, organisation, after, strata, signatures, most);
  }
}
