// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Login.Factor;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who signs in to an account, and how. */
final class Logins {
  private static final int A_DAY_BY_HUMANS = 2;
  private static final int A_DAY_BY_SERVICES = 4;
  private static final double FAILING = 0.03;
  private static final List<String> CLIENTS = List.of("browser", "driver", "notebook", "dashboard");

  private final Chance chance;
  private final Story story;
  private final List<Person> people;
  private final Crowd crowd;

  Logins(Chance chance, Story story, List<Person> people) {
    this.chance = chance;
    this.story = story;
    this.people = people;
    this.crowd = Crowd.of(chance.about("crowd"), story, people);
  }

  Stream<Login> in(TimeRange range) {
    return Slices.in(range, this::hour);
  }

  private Stream<Login> hour(Long hour, TimeRange range) {
    return people.stream().flatMap(person -> of(person, hour, range));
  }

  private Stream<Login> of(Person person, long hour, TimeRange range) {
    Chance day = chance.about(person.index()).about(Math.floorDiv(hour, 24));
    int count = person.isHuman() ? A_DAY_BY_HUMANS : A_DAY_BY_SERVICES;
    return IntStream.range(0, count)
        .mapToObj(day::about)
        .filter(own -> own.about("hour").below(24) == Math.floorMod(hour, 24))
        .map(own -> login(person, own, Slices.within(range, own)))
        .filter(login -> person.isHere(login.begun()))
        .filter(login -> !person.isHuman() || crowd.isActive(person, login.begun()));
  }

  private Login login(Person person, Chance own, Instant begun) {
    return new Login(
        own.id(),
        person,
        begun,
        Lateness.of(own),
        factor(person, begun),
        !own.about("fails").happens(FAILING),
        person.isHuman() ? own.about("client").oneOf(CLIENTS) : "driver");
  }

  private Factor factor(Person person, Instant at) {
    if (!person.isHuman()) {
      return Factor.KEY;
    }
    double rank = chance.about(person.index()).about("factor").share();
    if (!story.isTrue(Practice.STRONG_LOGIN, rank, at)) {
      return Factor.PASSWORD;
    }
    return person.index() % 2 == 0 ? Factor.SINGLE_SIGN_ON : Factor.SECOND_FACTOR;
  }
}
