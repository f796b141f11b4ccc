// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Viewpoint;
import dev.tidemark.postgres.database.Viewpoint.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as long as pages listen to it. It is looked at by the names of its own alone,
 * and so seldom that looking takes a small share of the time, however many streams it has. Safe for
 * use by several threads.
 */
final class Watching {
  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final Duration AFTER_NEWS = Duration.ofMillis(200);

  /** For each second of looking, so many seconds of not looking. */
  private static final int SHARE = 20;

  private final OrganisationId organisation;
  private final Database database;
  private final EventLog log = new EventLog();
  private final Set<Listener> listeners = new HashSet<>();
  private @Nullable Standing standing;
  private String score = "";
  private Duration effort = Duration.ZERO;
  private Instant looked = Instant.EPOCH;
  private Instant left = Instant.MAX;

  Watching(OrganisationId organisation, Database database) {
    this.organisation = organisation;
    this.database =
        database.seenFrom(new Viewpoint(organisation, Part.READER, "the console's events"));
  }

  /**
   * Lets a page listen from now on, or from the event it saw last.
   *
   * @param seen null for a page that saw none
   */
  synchronized void admit(Listener listener, @Nullable String seen) {
    if (standing == null) {
      look();
      score();
    }
    Optional<List<Event>> missed = seen == null ? Optional.empty() : log.after(seen);
    if (missed.isEmpty()) {
      listener.tell(new Event(log.position(), seen == null ? "ready" : "reset", "{}"));
    }
    missed.ifPresent(events -> events.forEach(listener::tell));
    listeners.add(listener);
  }

  synchronized void leave(Listener listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      left = Instant.now();
    }
  }

  /** Since when nobody listens; never while somebody does. */
  synchronized Instant left() {
    return left;
  }

  /** Somebody is about to listen. */
  synchronized void expect() {
    left = Instant.MAX;
  }

  synchronized void end() {
    listeners.forEach(Listener::end);
    listeners.clear();
  }

  /** Looks if that is due. */
  synchronized void look(Instant now, boolean news) {
    Duration pause = news ? AFTER_NEWS : LEAST;
    Duration rest = effort.multipliedBy(SHARE);
    if (now.isAfter(looked.plus(rest.compareTo(pause) > 0 ? rest : pause))) {
      look();
    }
  }

  private void look() {
    Instant begun = Instant.now();
    Standing now = database.transaction(session -> Standing.of(session, organisation.value()));
    Standing before = standing;
    standing = now;
    if (before != null) {
      Changes changes = new Changes(before, now);
      changes.connectors().ifPresent(data -> tell("connectors", data));
      changes.streams().ifPresent(data -> tell("streams", data));
    }
    looked = Instant.now();
    effort = Duration.between(begun, looked);
  }

  /** Looks at the score, which is little work. */
  synchronized void score() {
    String now = LatestScore.of(database, organisation.value()).orElse("");
    boolean isNew = !now.equals(score);
    score = now;
    if (isNew && !now.isEmpty()) {
      tell("score", now);
    }
  }

  private void tell(String name, String data) {
    Event event = log.add(name, data);
    listeners.forEach(listener -> listener.tell(event));
  }
}
