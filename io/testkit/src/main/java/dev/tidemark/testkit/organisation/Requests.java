// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions to the endpoints of an account. */
final class Requests {
  private static final double PER_HOUR = 2;
  private static final double LIVELIER = 4;
  private static final double SEATS = 0.5;
  private static final double CARELESS = 0.02;
  private static final List<Integer> FAILURES = List.of(400, 429, 500);

  private final Chance chance;
  private final Story story;
  private final Models models;
  private final List<Person> seated;

  Requests(Chance chance, Story story, Models models, List<Person> people) {
    this.chance = chance;
    this.story = story;
    this.models = models;
    this.seated = people.stream().filter(this::hasSeat).toList();
  }

  Stream<ModelRequest> in(TimeRange range) {
    return Slices.in(range, this::hour);
  }

  boolean hasSeat(Person person) {
    return !person.isHuman() || chance.about("seat").about(person.index()).happens(SEATS);
  }

  private Stream<ModelRequest> hour(Long hour, TimeRange range) {
    return models.endpoints().stream()
        .filter(endpoint -> endpoint.exists(range.from()))
        .flatMap(endpoint -> of(endpoint, hour, range));
  }

  private Stream<ModelRequest> of(Endpoint endpoint, long hour, TimeRange range) {
    Chance own = chance.about(endpoint.index()).about(hour);
    double boost = range.until().isAfter(story.present()) ? LIVELIER : 1;
    int count = own.about("count").count(PER_HOUR * boost * Slices.busyness(hour));
    return IntStream.range(0, count)
        .mapToObj(own::about)
        .map(it -> request(it, endpoint, Slices.within(range, it)));
  }

  private ModelRequest request(Chance own, Endpoint endpoint, Instant begun) {
    boolean fails = own.about("fails").happens(0.03);
    boolean guarded = own.about("guarded").happens(story.level(Practice.GUARDED, begun));
    return new ModelRequest(
        own.id(),
        endpoint,
        own.about("who").oneOf(seated),
        begun,
        begun.plus(Duration.ofMillis(50 + own.about("length").below(5000))),
        Lateness.of(own),
        fails ? own.about("failure").oneOf(FAILURES) : 200,
        endpoint.isGenerative() ? 20 + own.about("input").below(2000) : 0,
        endpoint.isGenerative() && !fails ? 10 + own.about("output").below(800) : 0,
        guarded,
        !guarded && own.about("careless").happens(CARELESS));
  }
}
