// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.admin.EstateRegister.Entry;
import dev.tidemark.postgres.admin.EstateRegister.ReadPlatform;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The platforms of an organisation a part at a time: only the streams of those in it are looked at,
 * however many there are. Platforms are in the order of their bytes.
 */
public final class EstateListing {
  /** Each of the two ends with as many as are wanted, so neither reads further. */
  private static final String NAMES =
      """
      (SELECT DISTINCT stratum COLLATE "C" AS urn FROM stream
        WHERE organisation_id = ? AND metrics <> '{}' AND stratum COLLATE "C" > ? ORDER BY urn LIMIT ?)
       UNION
      (SELECT stratum COLLATE "C" AS urn FROM estate_register
        WHERE organisation_id = ? AND valid_to IS NULL AND stratum COLLATE "C" > ? ORDER BY urn LIMIT ?)
       ORDER BY urn LIMIT ?\
      """;

  /** Connector by connector first: each is looked up once, however many streams it has. */
  private static final String READ =
      """
      SELECT s.stratum, min(s.complete_through) AS complete_through,
             coalesce(array_agg(c.name ORDER BY c.name) FILTER (WHERE c.id IS NOT NULL), '{}') AS connectors
        FROM (SELECT stratum, connector_id, min(complete_through) AS complete_through FROM stream
               WHERE organisation_id = ? AND metrics <> '{}' AND stratum COLLATE "C" = ANY (?)
               GROUP BY stratum, connector_id) s
        LEFT JOIN data_connectors c ON c.id = s.connector_id
       GROUP BY s.stratum\
      """;

  private static final String DECLARED =
      """
      SELECT stratum, materiality, not_applicable::text, retired, valid_from, valid_to, reason, actor
        FROM estate_register WHERE organisation_id = ? AND valid_to IS NULL AND stratum = ANY (?)\
      """;

  /**
   * A platform.
   *
   * @param read null where none of it was ever read
   * @param declared null where nothing is declared of it
   */
  public record Platform(String urn, @Nullable ReadPlatform read, @Nullable Entry declared) {}

  private final Database database;

  EstateListing(Database database) {
    this.database = database;
  }

  /**
   * The platforms after one.
   *
   * @param after empty from the beginning
   */
  public List<Platform> after(String after, OrganisationId organisation, int most) {
    return database.transaction(session -> page(session, organisation, after, most));
  }

  /** One platform; empty where it is neither read nor declared. */
  public Optional<Platform> find(OrganisationId organisation, Stratum platform) {
    return database
        .transaction(session -> platforms(session, organisation, List.of(platform.urn())))
        .stream()
        .filter(found -> found.read() != null || found.declared() != null)
        .findFirst();
  }

  private static List<Platform> page(
      Session session, OrganisationId organisation, String after, int most) throws SQLException {
    Object owner = organisation.value();
    List<String> urns =
        session.list(NAMES, row -> row.text("urn"), owner, after, most, owner, after, most, most);
    return platforms(session, organisation, urns);
  }

  private static List<Platform> platforms(
      Session session, OrganisationId organisation, List<String> urns) throws SQLException {
    Object owner = organisation.value();
    Object wanted = Columns.texts(urns);
    Map<String, ReadPlatform> read =
        byUrn(session.list(READ, EstateRegister::read, owner, wanted), it -> it.stratum().urn());
    Map<String, Entry> declared =
        byUrn(
            session.list(DECLARED, EstateRegister::entry, owner, wanted),
            it -> it.declaration().stratum().urn());
    return urns.stream().map(urn -> new Platform(urn, read.get(urn), declared.get(urn))).toList();
  }

  private static <T> Map<String, T> byUrn(List<T> found, Function<T, String> urn) {
    return found.stream().collect(Collectors.toMap(urn, Function.identity()));
  }
}
