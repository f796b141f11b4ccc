// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teams and the people in them. */
record Staff(List<Team> teams, List<Person> people) {
  private static final int HUMANS = 48;
  private static final int SERVICES = 12;
  private static final int DAYS_BEFORE = 900;
  private static final int DAYS = 365;

  Staff {
    teams = List.copyOf(teams);
    people = List.copyOf(people);
  }

  static Staff of(int size, Chance chance, Story story) {
    List<Team> teams = teams(size);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < (HUMANS + SERVICES) * size; i++) {
      Chance own = chance.about(i);
      people.add(i < HUMANS * size ? human(i, own, teams, story) : service(i, own, teams, story));
    }
    return new Staff(teams, people);
  }

  /** The humans, in order. */
  List<Person> humans() {
    return people.stream().filter(Person::isHuman).toList();
  }

  private static List<Team> teams(int size) {
    List<Team> teams = new ArrayList<>();
    int count = Math.min(6 + 2 * size, 8 * Words.TEAMS.size());
    for (int i = 0; i < count; i++) {
      int round = i / Words.TEAMS.size();
      String name = Words.TEAMS.get(i % Words.TEAMS.size());
      teams.add(new Team(i, round == 0 ? name : name + "-" + (round + 1)));
    }
    return teams;
  }

  private static Person human(int index, Chance chance, List<Team> teams, Story story) {
    String first = chance.about("first").oneOf(Words.FIRST);
    String last = chance.about("last").oneOf(Words.LAST);
    Instant joined = joined(chance.about("joined"), story);
    return new Person(
        index,
        Person.Kind.HUMAN,
        first + "." + last + "." + (index + 1),
        capital(first) + " " + capital(last),
        chance.about("team").oneOf(teams),
        joined,
        left(chance.about("left"), joined, story));
  }

  private static Person service(int index, Chance chance, List<Team> teams, Story story) {
    Team team = chance.about("team").oneOf(teams);
    String login = "svc." + team.name().replace('-', '.') + "." + (index + 1);
    Instant joined = story.begin().minus(Duration.ofDays(1 + chance.below(DAYS_BEFORE)));
    return new Person(index, Person.Kind.SERVICE, login, login, team, joined, null);
  }

  /** Four in five were there before, most others came in the year, a few come now. */
  private static Instant joined(Chance chance, Story story) {
    double share = chance.share();
    int day = chance.about("day").below(share < 0.8 ? DAYS_BEFORE : DAYS);
    if (share < 0.8) {
      return story.begin().minus(Duration.ofDays(day + 1L));
    }
    return share < 0.97
        ? story.begin().plus(Duration.ofDays(day))
        : story.present().plus(Duration.ofHours(day));
  }

  private static @Nullable Instant left(Chance chance, Instant joined, Story story) {
    Instant left = story.begin().plus(Duration.ofHours(chance.about("day").below(48 * DAYS)));
    return chance.happens(0.15) && left.isAfter(joined) ? left : null;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
