// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OrganisationTest {
  private static final Instant PRESENT = Instant.parse("2026-03-01T08:30:00Z");
  private static final Organisation SMALL = Organisation.of(1, 42, PRESENT);
  private static final Duration WEEK = Duration.ofDays(7);

  @ParameterizedTest
  @EnumSource(Platform.class)
  void followsFromItsSeed(Platform platform) {
    Organisation twin = Organisation.of(1, 42, PRESENT);
    assertThat(everything(twin, platform)).isEqualTo(everything(SMALL, platform));
    Organisation other = Organisation.of(1, 43, PRESENT);
    assertThat(everything(other, platform)).isNotEqualTo(everything(SMALL, platform));
  }

  @Property(tries = 30)
  void whatHappensInARangeIsWhatHappensInItsParts(
      @ForAll Platform platform,
      @ForAll Happenings kind,
      @ForAll @LongRange(min = -365 * 86_400, max = 86_400) long from,
      @ForAll @LongRange(max = 200_000) long first,
      @ForAll @LongRange(max = 200_000) long second) {
    Instant begin = PRESENT.plusSeconds(from);
    TimeRange whole = new TimeRange(begin, begin.plusSeconds(first + second));
    TimeRange head = new TimeRange(begin, begin.plusSeconds(first));
    TimeRange tail = new TimeRange(head.until(), whole.until());
    Account account = SMALL.account(platform);
    assertThat(Stream.concat(kind.of(account, head), kind.of(account, tail)).toList())
        .isEqualTo(kind.of(account, whole).toList());
  }

  @Test
  void aRangeIsItsPiecesInARow() {
    TimeRange range = TimeRange.before(PRESENT, WEEK.plusSeconds(1));
    List<TimeRange> pieces = range.pieces(Duration.ofDays(3)).toList();
    assertThat(pieces).hasSize(3);
    assertThat(pieces.get(1).from()).isEqualTo(pieces.get(0).until());
    assertThat(pieces.get(2))
        .isEqualTo(TimeRange.before(PRESENT, Duration.ofDays(1).plusSeconds(1)));
    assertThat(new TimeRange(PRESENT, PRESENT).pieces(WEEK)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Happenings.class)
  void happeningsComeInOrderAndOnce(Happenings kind) {
    for (Platform platform : Platform.values()) {
      TimeRange range = new TimeRange(PRESENT.minus(WEEK), PRESENT.plus(WEEK));
      List<? extends Happening> all = kind.of(SMALL.account(platform), range).toList();
      assertThat(all).isSortedAccordingTo(Comparator.comparing(Happening::begun));
      assertThat(all).extracting(Happening::id).doesNotHaveDuplicates();
      assertThat(all).allMatch(it -> range.holds(it.begun()) && !it.ended().isBefore(it.begun()));
    }
  }

  @ParameterizedTest
  @EnumSource(Happenings.class)
  void nothingIsMadeBeforeItIsAskedFor(Happenings kind) {
    TimeRange eternity = new TimeRange(PRESENT, PRESENT.plus(Duration.ofDays(1_000_000)));
    assertThat(kind.of(SMALL.account(Platform.DATABRICKS), eternity).findFirst()).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void nothingIsReadOrRunByThoseWhoAreNotThere(Platform platform) {
    TimeRange range = TimeRange.before(PRESENT, Duration.ofDays(30));
    assertThat(SMALL.account(platform).queries(range))
        .isNotEmpty()
        .allMatch(query -> query.by().isHere(query.begun()))
        .allMatch(query -> query.reads().stream().allMatch(it -> it.exists(query.begun())));
    assertThat(SMALL.account(platform).logins(range))
        .isNotEmpty()
        .allMatch(login -> login.by().isHere(login.begun()));
  }

  @Test
  void growsWithItsSize() {
    assertThat(assets(SMALL)).isEqualTo(200);
    assertThat(SMALL.people()).hasSize(60);
    Organisation larger = Organisation.of(10, 42, PRESENT);
    assertThat(assets(larger)).isEqualTo(2000);
    assertThat(larger.people()).hasSize(600);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void everythingHasANameOfItsOwn(Platform platform) {
    Account account = Organisation.of(20, 7, PRESENT).account(platform);
    assertThat(account.assets())
        .extracting(asset -> asset.schema() + "." + asset.name())
        .doesNotHaveDuplicates();
    assertThat(account.people()).extracting(Person::login).doesNotHaveDuplicates();
    assertThat(account.pipelines()).extracting(Pipeline::name).doesNotHaveDuplicates();
    assertThat(account.endpoints()).extracting(Endpoint::name).doesNotHaveDuplicates();
    assertThat(account.assets())
        .allMatch(
            it ->
                it.columns().stream().map(Column::name).distinct().count() == it.columns().size());
  }

  @Test
  void refusesASizeNoCompanyHas() {
    assertThatThrownBy(() -> Organisation.of(0, 42, PRESENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 1000, not 0");
  }

  private static int assets(Organisation organisation) {
    return Stream.of(Platform.values())
        .mapToInt(it -> organisation.account(it).assets().size())
        .sum();
  }

  private static List<Object> everything(Organisation organisation, Platform platform) {
    Account account = organisation.account(platform);
    TimeRange range = TimeRange.before(PRESENT.plus(Duration.ofDays(1)), Duration.ofDays(2));
    return Stream.of(
            account.people().stream(),
            account.assets().stream(),
            account.assets().stream().map(it -> account.state(it, PRESENT)),
            account.models(PRESENT).stream().map(it -> account.state(it, PRESENT)),
            account.grants().stream(),
            Stream.of(Happenings.values()).flatMap(kind -> kind.of(account, range)))
        .<Object>flatMap(all -> all.map(Object::toString))
        .toList();
  }
}
