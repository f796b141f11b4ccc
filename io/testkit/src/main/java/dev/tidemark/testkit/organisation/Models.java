// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models of an account, their versions and the endpoints they answer at. */
final class Models {
  private static final Duration BETWEEN_VERSIONS = Duration.ofDays(30);
  private static final Duration MEASURED = Duration.ofDays(1);

  private final Chance chance;
  private final Story story;
  private final List<Model> all;
  private final List<Endpoint> endpoints;
  private final Staff staff;

  private Models(Chance chance, Story story, List<Model> all, Staff staff) {
    this.chance = chance;
    this.story = story;
    this.all = List.copyOf(all);
    this.endpoints = all.stream().map(Models::endpoint).toList();
    this.staff = staff;
  }

  static Models of(
      Platform platform, int size, Chance chance, Story story, Estate estate, Staff staff) {
    List<Model> all = new ArrayList<>();
    for (int i = 0; i < platform.models() * size; i++) {
      all.add(model(platform, i, chance.about(i), story, estate, staff));
    }
    return new Models(chance, story, all, staff);
  }

  List<Model> all() {
    return all;
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  ModelState state(Model model, Instant at) {
    return new ModelState(
        is(Practice.REGISTERED, model, at),
        is(Practice.REGISTERED, model, at) ? owner(model, at) : null,
        is(Practice.REPRODUCIBLE, model, at),
        is(Practice.REPRODUCIBLE, model, at) ? commit(model) : null,
        is(Practice.MONITORED, model, at) ? measured(model, at) : null,
        is(Practice.ASSESSED, model, at) ? since(Practice.ASSESSED, model, at) : null,
        changed(model, at));
  }

  List<ModelVersion> versions(Model model, Instant at) {
    int last = (int) Duration.between(model.created(), at).dividedBy(BETWEEN_VERSIONS);
    return IntStream.rangeClosed(0, last)
        .mapToObj(number -> version(model, number))
        .filter(version -> !version.registered().isAfter(at))
        .toList();
  }

  private ModelVersion version(Model model, int number) {
    Chance own = chance.about(model.index()).about("version").about(number);
    Instant registered =
        model.created().plus(BETWEEN_VERSIONS.multipliedBy(number)).plusSeconds(own.below(86_400));
    double slowness = 1.2 - story.level(Practice.EVALUATED, registered);
    Duration way = Duration.ofHours((long) (12 + 480 * slowness * own.about("way").share()));
    boolean evaluated = own.about("rank").happens(story.level(Practice.EVALUATED, registered));
    return new ModelVersion(
        own.id(),
        model,
        number + 1,
        registered,
        evaluated ? registered.plus(way.dividedBy(2)) : null,
        registered.plus(way));
  }

  private boolean is(Practice practice, Model model, Instant at) {
    return story.isTrue(practice, rank(practice, model), at);
  }

  private double rank(Practice practice, Model model) {
    return chance.about(model.index()).about(practice.name()).share();
  }

  private Instant since(Practice practice, Model model, Instant at) {
    Instant since = story.changed(practice, rank(practice, model), at);
    return since.isAfter(model.created()) ? since : model.created();
  }

  private Instant changed(Model model, Instant at) {
    return Stream.of(Practice.REGISTERED, Practice.REPRODUCIBLE, Practice.ASSESSED)
        .map(practice -> since(practice, model, at))
        .max(Instant::compareTo)
        .orElse(model.created());
  }

  /** Once a day, at a time of its own. */
  private Instant measured(Model model, Instant at) {
    long shift = chance.about(model.index()).about("measured").below(86_400);
    long days = Math.floorDiv(at.getEpochSecond() - shift, MEASURED.toSeconds());
    return Instant.ofEpochSecond(days * MEASURED.toSeconds() + shift);
  }

  private @Nullable Person owner(Model model, Instant at) {
    List<Person> team =
        staff.humans().stream().filter(it -> it.team().equals(model.team())).toList();
    Optional<Person> own = team.stream().filter(it -> it.isHere(at)).findFirst();
    return own.or(() -> staff.humans().stream().filter(it -> it.isHere(at)).findFirst())
        .orElse(null);
  }

  private String commit(Model model) {
    return chance.about(model.index()).about("commit").id().replace("-", "") + "00000000";
  }

  private static Model model(
      Platform platform, int index, Chance own, Story story, Estate estate, Staff staff) {
    String word = Words.MODELS.get((index + platform.number()) % Words.MODELS.size());
    Instant created =
        story.begin().plusSeconds((long) (own.about("created").between(-0.5, 0.9) * 31_536_000));
    return new Model(
        platform,
        index,
        word + "-" + (index + 1),
        own.about("team").oneOf(staff.teams()),
        created,
        List.of(own.about("data").oneOf(estate.assets())));
  }

  /** Three in four answer; of those every other one in words. */
  private static Endpoint endpoint(Model model) {
    return new Endpoint(
        model.index(),
        model.name() + "-endpoint",
        model,
        model.index() % 2 == 0,
        model.created().plus(Duration.ofDays(20)),
        null);
  }
}
