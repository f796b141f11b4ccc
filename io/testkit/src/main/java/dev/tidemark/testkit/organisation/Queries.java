// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Query.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements run in an account. */
final class Queries {
  /** The longest a statement takes. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final double BY_HUMANS = 0.7;
  private static final double CHANGES_PER_ASSET_AND_DAY = 0.03;
  private static final double FAILING = 0.03;
  private static final double LIVELIER = 4;
  private static final List<String> FAILURES =
      List.of("object does not exist", "statement timed out", "permission denied", "syntax error");

  private final Chance chance;
  private final Story story;
  private final Estate estate;
  private final Crowd crowd;
  private final List<Person> services;
  private final Grants grants;
  private final double perHour;

  Queries(
      Platform platform,
      int size,
      Chance chance,
      Story story,
      Estate estate,
      List<Person> people,
      Grants grants) {
    this.chance = chance;
    this.story = story;
    this.estate = estate;
    this.crowd = Crowd.of(chance.about("crowd"), story, people);
    this.services = people.stream().filter(person -> !person.isHuman()).toList();
    this.grants = grants;
    this.perHour = platform.queries() * size / 24.0;
  }

  Stream<Query> in(TimeRange range) {
    return Slices.in(range, this::hour);
  }

  private Stream<Query> hour(Long hour, TimeRange range) {
    return Stream.of(ordinary(hour, range), changes(hour, range), uses(hour, range))
        .flatMap(queries -> queries);
  }

  private Stream<Query> ordinary(long hour, TimeRange range) {
    Chance own = chance.about(hour);
    double boost = range.until().isAfter(story.present()) ? LIVELIER : 1;
    int count = own.about("count").count(perHour * boost * Slices.busyness(hour));
    return IntStream.range(0, count).mapToObj(own::about).map(it -> ordinary(it, range));
  }

  private Query ordinary(Chance own, TimeRange range) {
    Instant begun = Slices.within(range, own);
    Person by =
        Optional.of(own)
            .filter(it -> it.about("who").happens(BY_HUMANS))
            .flatMap(it -> crowd.anyone(it, begun))
            .orElseGet(() -> own.oneOf(services));
    Kind kind = own.about("kind").happens(by.isHuman() ? 0.95 : 0.5) ? Kind.SELECT : Kind.INSERT;
    Asset written = kind == Kind.SELECT ? null : read(own.about("written"), begun);
    return query(own, kind, by, begun, null, reads(own, begun), written);
  }

  private Stream<Query> changes(long hour, TimeRange range) {
    Chance own = chance.about("changes").about(hour);
    int count = own.about("count").count(estate.assets().size() * CHANGES_PER_ASSET_AND_DAY / 24);
    Stream<Query> altered =
        IntStream.range(0, count).mapToObj(own::about).map(it -> altered(it, range));
    Stream<Query> created =
        estate.assets().stream()
            .filter(asset -> range.holds(asset.created()))
            .map(
                asset ->
                    change(own.about(-1 - asset.index()), Kind.CREATE, asset.created(), asset));
    return Stream.concat(altered, created);
  }

  private Query altered(Chance own, TimeRange range) {
    Instant begun = Slices.within(range, own);
    return change(own, Kind.ALTER, begun, read(own.about("altered"), begun));
  }

  private Query change(Chance own, Kind kind, Instant begun, Asset asset) {
    Person by =
        Optional.of(own)
            .filter(it -> !it.about("who").happens(story.level(Practice.AUTOMATED, begun)))
            .flatMap(it -> crowd.anyone(it, begun))
            .orElseGet(() -> own.oneOf(services));
    return query(own, kind, by, begun, null, List.of(), asset);
  }

  private Stream<Query> uses(long hour, TimeRange range) {
    return grants.used(hour, range).map(grant -> use(grant, hour));
  }

  private Query use(Grant grant, long hour) {
    Chance own = chance.about("uses").about(hour).about(grant.index());
    Instant begun = grants.at(grant, hour);
    return query(own, Kind.GRANT, grant.holder(), begun, grant, List.of(), null);
  }

  private List<Asset> reads(Chance own, Instant at) {
    Set<Asset> reads = new LinkedHashSet<>();
    for (int i = 0; i <= own.about("reads").below(3); i++) {
      reads.add(read(own.about("read").about(i), at));
    }
    return List.copyOf(reads);
  }

  /** An asset that exists: the popular ones far more often, the last fifth never. */
  private Asset read(Chance own, Instant at) {
    List<Asset> popular = estate.popular();
    int living = (int) (popular.size() * 0.8);
    int first = (int) (Math.pow(own.share(), 2.5) * living);
    return IntStream.range(0, living)
        .mapToObj(next -> popular.get((first + next) % living))
        .filter(asset -> asset.exists(at))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing exists at " + at));
  }

  private static Query query(
      Chance own,
      Kind kind,
      Person by,
      Instant begun,
      @Nullable Grant grant,
      List<Asset> reads,
      @Nullable Asset writes) {
    long millis = (long) Math.pow(10, own.about("length").between(1.5, 5.5));
    boolean fails = own.about("fails").happens(FAILING) && kind == Kind.SELECT;
    long rows = fails ? 0 : (long) Math.pow(10, own.about("rows").between(0, 5));
    return new Query(
        own.id(),
        kind,
        by,
        begun,
        begun.plusMillis(Math.min(millis, LONGEST.toMillis())),
        Lateness.of(own),
        grant,
        reads,
        writes,
        rows,
        rows * (20 + own.about("bytes").below(200)),
        fails ? own.about("failure").oneOf(FAILURES) : null);
  }
}
