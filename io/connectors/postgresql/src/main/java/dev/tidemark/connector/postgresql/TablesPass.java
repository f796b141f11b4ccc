// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Place;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page of a pass over the tables of all databases. Used once, by one thread.
 *
 * <p>Databases come in the order of their keys. A page speaks for one range of keys, so it ends
 * before a database that cannot be read and the next one starts behind it: nothing is claimed about
 * what was not seen.
 */
final class TablesPass {
  private static final Logger LOG = LoggerFactory.getLogger(TablesPass.class);

  /** Many small databases make a page long: it ends with the database during which this passed. */
  private static final Duration ENOUGH = Duration.ofSeconds(5);

  private final Visit visit;
  private final Server server;
  private final PageDraft draft;
  private final long began = System.nanoTime();
  private Place place;

  TablesPass(Visit visit, PageDraft draft) {
    this.visit = visit;
    this.server = visit.server();
    this.draft = draft;
    this.place = Place.of(draft.request().position().position());
    draft.startAfter(place.after());
  }

  Fetched page() {
    for (Database database : ahead()) {
      Optional<Fetched> page = read(database);
      if (page.isPresent()) {
        return page.get();
      }
    }
    return draft.ends(place.skipped() == Skipped.NOTHING ? draft.request().upper() : null);
  }

  private List<Database> ahead() {
    try (Session session = server.sessions().first()) {
      visit.countCall();
      return server.databases().list(session).stream()
          .filter(database -> database.end().compareTo(place.after()) > 0)
          .toList();
    }
  }

  /** Reads on into a database; a page where one is complete with it. */
  private Optional<Fetched> read(Database database) {
    if (!database.isConnectable()) {
      return Optional.of(passOver(database));
    }
    int before = draft.room();
    try (Session session = server.sessions().on(database.name())) {
      visit.countCall();
      new TablesQuery(session, database, draft).run(place.after());
      return afterReading(database);
    } catch (ConnectorException failure) {
      return Optional.of(afterFailure(database, failure, draft.room() < before));
    }
  }

  private Optional<Fetched> afterReading(Database database) {
    if (draft.isFull()) {
      return Optional.of(goesOnAfter(draft.lastKey()));
    }
    place = place.at(database.end());
    return System.nanoTime() - began > ENOUGH.toNanos()
        ? Optional.of(goesOnAfter(database.end()))
        : Optional.empty();
  }

  /**
   * What was read before a failure counts; the next page meets the failure first, or not at all.
   */
  private Fetched afterFailure(Database database, ConnectorException failure, boolean readSome) {
    if (readSome) {
      return goesOnAfter(draft.lastKey());
    }
    if (failure.category() != Category.PERMISSION) {
      throwIfMeantForAll(failure);
      LOG.warn("database {} is left out of this pass: {}", database.name(), failure.getMessage());
      place = new Place(place.after(), Skipped.SOMETHING);
    }
    return passOver(database);
  }

  /** One damaged or crowded database does not stop the others; a server that is down does. */
  private void throwIfMeantForAll(ConnectorException failure) {
    if (failure.category() == Category.UNSUPPORTED) {
      throw failure;
    }
    try {
      server.sessions().first().close();
    } catch (ConnectorException alsoHere) {
      throw failure;
    }
  }

  /** The page ends before the database, the next one starts behind it. */
  private Fetched passOver(Database database) {
    place = place.at(database.end());
    return draft.goesOn(database.prefix(), place.cursor());
  }

  private Fetched goesOnAfter(String key) {
    place = place.at(key);
    return draft.goesOn(key, place.cursor());
  }
}
