// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Databases;
import dev.tidemark.bench.live.Job;
import dev.tidemark.bench.live.TimedConnectorType;
import dev.tidemark.bench.workload.Trickle;
import dev.tidemark.bench.workload.WrongResultException;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.options.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Changes a PostgreSQL server by a timetable, has the job read it, and looks when the score shows
 * what.
 */
public final class Freshness {
  private static final String ORGANISATION = "Shop";
  private static final long SEED = 20_261_126;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BEFORE = Duration.ofSeconds(2);
  private static final int BACKGROUND_RECORDS = 50;
  private static final Duration BACKGROUND_INTERVAL = Duration.ofSeconds(10);

  private final Bench bench;
  private final Setting setting;
  private final String database;
  private final List<ScoreFeed.Sighting> sightings = new ArrayList<>();

  private Freshness(Bench bench, Setting setting) {
    this.bench = bench;
    this.setting = setting;
    this.database = "freshness_" + setting.name();
  }

  /**
   * Measures.
   *
   * @throws WrongResultException if the score ever says what was not so
   */
  public static Measured measured(Bench bench, Setting setting) {
    return new Freshness(bench, setting).run();
  }

  private Measured run() {
    bench.say(setting.title() + ": making the source");
    Shop shop = Shop.made(bench.databases(), setting.all());
    register(bench.databases().made(database), shop);
    Path recording = bench.folder().resolve(database + ".jfr");
    try (Job job = bench.job(database);
        ScoreFeed feed = ScoreFeed.of(bench.databases().connection(database), ORGANISATION)) {
      await(feed, sighting -> sighting.tables() == setting.all());
      bench.say("changing it: " + setting.all() + " times");
      Changes changes = changed(feed, job);
      job.dump(recording);
      examine(shop, changes);
      return new Measured(setting, delays(changes, job), recording);
    } catch (SQLException failure) {
      throw new IllegalStateException("the score cannot be looked at", failure);
    }
  }

  private void register(DatabaseAccess access, Shop shop) {
    if (setting.background() > 0) {
      Instant noon = Instant.now().minus(Duration.ofDays(1));
      new Trickle(
              setting.background(),
              BACKGROUND_RECORDS,
              BACKGROUND_RECORDS,
              BACKGROUND_INTERVAL,
              noon)
          .register(access);
    }
    try (Administration administration = Administration.of(access)) {
      OrganisationId owner = administration.organisations().findOrCreate(ORGANISATION);
      administration
          .connectors()
          .add(
              new NewConnector(
                  owner,
                  TimedConnectorType.TYPE,
                  "shop",
                  Secret.of(shop.settings()),
                  setting.streams(),
                  Map.of("", Setting.POLL)),
              "benchmark");
    }
  }

  private Changes changed(ScoreFeed feed, Job job) throws SQLException {
    try (Connection source = bench.databases().connection(Shop.DATABASE)) {
      Instant begin = Instant.now().plus(BEFORE);
      Changes changes = new Changes(source, Timetable.of(setting, SEED), begin);
      Thread thread = new Thread(changes, "bench-changes");
      thread.setDaemon(true);
      job.record();
      thread.start();
      await(feed, sighting -> sighting.described() == setting.all());
      return changes;
    }
  }

  private void await(ScoreFeed feed, Predicate<ScoreFeed.Sighting> wanted) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE).plus(setting.apart().multipliedBy(setting.all()));
    Optional<ScoreFeed.Sighting> seen = Optional.empty();
    while (seen.filter(wanted).isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("the score never came to it; it last said " + seen);
      }
      seen = feed.await(LOOK_AGAIN);
      seen.ifPresent(sightings::add);
    }
  }

  /** What was seen was so: never more than had been changed, never less than before. */
  private void examine(Shop shop, Changes changes) {
    long before = 0;
    for (ScoreFeed.Sighting sighting : sightings) {
      long made = changes.made().stream().filter(it -> !it.begun().isAfter(sighting.at())).count();
      if (sighting.described() < before || sighting.described() > made) {
        throw new WrongResultException(
            "the score says %d tables are described where %d were and %d had been before"
                .formatted(sighting.described(), made, before));
      }
      before = sighting.described();
    }
    if (before != shop.described()) {
      throw new WrongResultException(
          "the score says %d tables are described, the source %d"
              .formatted(before, shop.described()));
    }
  }

  private List<Delay> delays(Changes changes, Job job) throws SQLException {
    Databases databases = bench.databases();
    try (Connection connection = databases.connection(database)) {
      CommitTimes times = CommitTimes.of(connection, job.fetches());
      return changes.made().stream().map(made -> delay(made, times)).toList();
    }
  }

  private Delay delay(Changes.Made made, CommitTimes times) {
    Instant seen =
        sightings.stream()
            .filter(sighting -> sighting.described() > made.table())
            .findFirst()
            .orElseThrow()
            .at();
    return new Delay(made, made.table() >= setting.warming(), seen, times.of(made.table()));
  }
}
