// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an account costs, hour by hour and resource by resource. */
final class Charges {
  private static final List<String> SERVICES =
      List.of("compute", "compute", "compute", "storage", "ai");
  private static final double MEAN = 1.5;

  private final Chance chance;
  private final Story story;
  private final List<Team> teams;
  private final int resources;

  Charges(Platform platform, int size, Chance chance, Story story, List<Team> teams) {
    this.chance = chance;
    this.story = story;
    this.teams = teams;
    this.resources = Math.max(SERVICES.size(), platform.assets() * size / 10);
  }

  Stream<Charge> in(TimeRange range) {
    return Slices.in(range, this::hour);
  }

  /** What was planned: near what the month's hours cost, nearer as time goes by. */
  double budget(Instant at) {
    YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
    double error = 0.4 * (1 - story.level(Practice.ALLOCATED, at));
    double bias = chance.about("budget").about(month.hashCode()).between(-error, error);
    return MEAN * resources * 24 * month.lengthOfMonth() * (1 + bias);
  }

  private Stream<Charge> hour(Long hour, TimeRange range) {
    return IntStream.range(0, resources).mapToObj(i -> charge(i, hour, range));
  }

  private Charge charge(int resource, long hour, TimeRange range) {
    Chance own = chance.about(resource);
    String service = SERVICES.get(resource % SERVICES.size());
    double busy = service.equals("storage") ? 1 : Slices.busyness(hour);
    double dollars = MEAN * busy * own.about(hour).between(0.7, 1.3);
    boolean allocated = story.isTrue(Practice.ALLOCATED, own.about("rank").share(), range.from());
    double idle = 1 - story.level(Practice.BUSY, range.from());
    return new Charge(
        own.about(hour).id(),
        range.from(),
        Lateness.of(own.about(hour)),
        service + "_" + (resource + 1),
        service,
        cents(dollars),
        service.equals("compute") ? cents(dollars * idle) : 0,
        allocated ? own.about("team").oneOf(teams) : null);
  }

  private static double cents(double dollars) {
    return Math.round(dollars * 100) / 100.0;
  }
}
