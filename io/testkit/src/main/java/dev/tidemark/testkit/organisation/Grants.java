// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Privileged grants of an account and when they are used: within hours of some days. */
final class Grants {
  private static final double PER_PERSON = 0.4;
  private static final double NEEDED = 0.5;
  private static final double USED_A_DAY = 0.25;
  private static final int LOOKED_BACK = 400;

  private final Chance chance;
  private final List<Grant> all;

  private Grants(Chance chance, List<Grant> all) {
    this.chance = chance;
    this.all = List.copyOf(all);
  }

  static Grants of(Chance chance, Story story, List<Person> people) {
    List<Grant> all = new ArrayList<>();
    for (Person person : people) {
      if (chance.about(person.index()).happens(PER_PERSON)) {
        all.add(grant(all.size(), person, chance.about(person.index()), story));
      }
    }
    return new Grants(chance, all);
  }

  List<Grant> all() {
    return all;
  }

  /** The grants used in an hour. */
  Stream<Grant> used(long hour, TimeRange range) {
    long day = Math.floorDiv(hour, 24);
    return all.stream()
        .filter(grant -> grant.isNeeded() && grant.holds(range.from()))
        .filter(grant -> isUsed(grant, day) && hourOf(grant, day) == Math.floorMod(hour, 24));
  }

  Optional<Instant> lastUse(Grant grant, Instant before) {
    long today = Math.floorDiv(before.getEpochSecond(), 86_400);
    return LongStream.rangeClosed(0, LOOKED_BACK)
        .map(back -> today - back)
        .filter(day -> grant.isNeeded() && isUsed(grant, day))
        .mapToObj(day -> day * 24 + hourOf(grant, day))
        .filter(hour -> grant.holds(Instant.ofEpochSecond(hour * 3600)))
        .map(hour -> at(grant, hour))
        .filter(used -> used.isBefore(before))
        .findFirst();
  }

  /** When in that hour a grant is used. */
  Instant at(Grant grant, long hour) {
    return Instant.ofEpochSecond(hour * 3600)
        .plusSeconds(chance.about(grant.index()).about(hour).below(3600));
  }

  private boolean isUsed(Grant grant, long day) {
    return chance.about(grant.index()).about("day").about(day).happens(USED_A_DAY);
  }

  private long hourOf(Grant grant, long day) {
    return chance.about(grant.index()).about("hour").about(day).below(24);
  }

  private static Grant grant(int index, Person person, Chance own, Story story) {
    boolean needed = own.about("needed").happens(NEEDED);
    return new Grant(
        index,
        person,
        own.about("role").oneOf(Words.ROLES),
        needed,
        person.joined().plus(Duration.ofDays(1)),
        needed ? null : revoked(own.about("rank").share(), person, story));
  }

  /** When tidying up comes to it: the curve only rises, so its last passing is its only one. */
  private static @Nullable Instant revoked(double rank, Person person, Story story) {
    Instant end = story.present().plus(Duration.ofDays(10_000));
    if (!story.isTrue(Practice.TIDY, rank, end)) {
      return null;
    }
    Instant revoked = story.changed(Practice.TIDY, rank, end);
    Instant earliest = person.joined().plus(Duration.ofDays(2));
    return revoked.isAfter(earliest) ? revoked : earliest;
  }
}
