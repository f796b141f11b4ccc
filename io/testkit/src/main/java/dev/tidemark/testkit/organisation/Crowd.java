// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who of an account's humans uses it on a day. */
record Crowd(Chance chance, Story story, List<Person> humans) {
  private static final int TRIES = 12;

  static Crowd of(Chance chance, Story story, List<Person> people) {
    return new Crowd(chance, story, people.stream().filter(Person::isHuman).toList());
  }

  /** Somebody who is there and uses it that day; empty where a few looks find nobody. */
  Optional<Person> anyone(Chance of, Instant at) {
    if (humans.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < TRIES; i++) {
      Person person = of.about(i).oneOf(humans);
      if (person.isHere(at) && isActive(person, at)) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  /** Whether somebody uses it that day: some nearly daily, some never. */
  boolean isActive(Person person, Instant at) {
    long day = Math.floorDiv(at.getEpochSecond(), Duration.ofDays(1).toSeconds());
    Chance own = chance.about(person.index());
    double leaning = 2 * own.about("leaning").share();
    return leaning > 0.3 && own.about(day).happens(leaning * story.level(Practice.ADOPTED, at));
  }
}
