// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.ledger.AccessAudit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** Records that could not be used: looked at, and asked to be read again. */
public final class DeadLetters {
  private static final String PAYLOAD = "SELECT payload FROM rejected_record WHERE id = ?";

  private static final String REQUEST =
      """
      INSERT INTO replay_request (organisation_id, selection, records) VALUES (?, ?, ?) RETURNING id\
      """;

  private static final String ASK =
      """
      UPDATE rejected_record SET replay_request = ?, replay_asked_at = now(), refused_at = NULL
       WHERE id = ANY (?)\
      """;

  /**
   * A kept record with what it holds.
   *
   * @param payload the original bytes, which may be nobody's to read
   */
  public record Opened(DeadLetter letter, Bytes payload) {}

  /**
   * What came of asking to read records again.
   *
   * @param request its number; empty where nothing could be asked for
   * @param letters all that were meant, as they were before: those whose replay is {@link
   *     Replayability#POSSIBLE} are asked for now, the others say why not
   */
  public record Asked(OptionalLong request, List<DeadLetter> letters) {}

  private final Database database;

  DeadLetters(Database database) {
    this.database = database;
  }

  /** The newest, at most so many. */
  public List<DeadLetter> list(OrganisationId organisation, int most) {
    return list(organisation, LetterChoice.all(), most);
  }

  /** The newest of those meant, at most so many. */
  public List<DeadLetter> list(OrganisationId organisation, LetterChoice choice, int most) {
    return database.transaction(
        session -> DeadLetterRows.newest(session, organisation, choice, most));
  }

  /**
   * Records with what they hold. Each look is noted as one at the connection details of its
   * connector is; ids that are nobody's are left out.
   *
   * @param purpose who looks and why
   */
  public List<Opened> open(OrganisationId organisation, Collection<UUID> ids, String purpose) {
    return database.transaction(
        session -> {
          List<Opened> opened = new ArrayList<>();
          LetterChoice choice = LetterChoice.of(ids);
          for (DeadLetter it : DeadLetterRows.newest(session, organisation, choice, ids.size())) {
            opened.add(open(session, it, purpose));
          }
          return opened;
        });
  }

  /**
   * Asks to read records again. The streams' readers do so in their turn, once; what cannot be read
   * again, or was asked for before, is left as it is.
   */
  public Asked ask(OrganisationId organisation, LetterChoice choice) {
    return database.transaction(
        session -> {
          List<DeadLetter> letters = DeadLetterRows.locked(session, organisation, choice);
          List<UUID> possible =
              letters.stream()
                  .filter(it -> it.replay() == Replayability.POSSIBLE)
                  .map(DeadLetter::id)
                  .toList();
          return new Asked(ask(session, organisation, choice, possible), letters);
        });
  }

  private static OptionalLong ask(
      Session session, OrganisationId organisation, LetterChoice choice, List<UUID> possible)
      throws SQLException {
    if (possible.isEmpty()) {
      return OptionalLong.empty();
    }
    long request =
        session.one(
            REQUEST,
            row -> row.bigint("id"),
            organisation.value(),
            choice.words(),
            possible.size());
    session.change(ASK, request, Columns.uuids(possible));
    return OptionalLong.of(request);
  }

  private static Opened open(Session session, DeadLetter it, String purpose) throws SQLException {
    AccessAudit.write(
        session,
        it.stream().organisation().value(),
        it.stream().connector().value(),
        "READ",
        purpose + ": rejected record " + it.id());
    Bytes payload = session.one(PAYLOAD, row -> Bytes.wrap(row.bytes("payload")), it.id());
    return new Opened(it, payload);
  }
}
