// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The company. Everything about it follows from its size, its seed and when its present begins.
 * Immutable, for use by several threads; people and assets are kept, what happens is made when it
 * is asked for.
 */
public final class Organisation {
  private final int size;
  private final long seed;
  private final Story story;
  private final Staff staff;
  private final Map<Platform, Account> accounts = new EnumMap<>(Platform.class);

  private Organisation(int size, long seed, Story story) {
    this.size = size;
    this.seed = seed;
    this.story = story;
    Chance chance = new Chance(seed);
    this.staff = Staff.of(size, chance.about("staff"), story);
    for (Platform platform : Platform.values()) {
      accounts.put(
          platform, Account.of(platform, size, chance.about(platform.type()), story, staff));
    }
  }

  /**
   * A company.
   *
   * @param size 1 is a small one of about 200 assets and 60 people, 100 a large one
   * @param seed another one for another company
   * @param present when its present begins, kept to whole seconds; the year before is its history
   */
  public static Organisation of(int size, long seed, Instant present) {
    if (size < 1 || size > 1000) {
      throw new IllegalArgumentException("a company's size is 1 to 1000, not " + size);
    }
    Objects.requireNonNull(present, "present");
    return new Organisation(size, seed, new Story(Instant.ofEpochSecond(present.getEpochSecond())));
  }

  public int size() {
    return size;
  }

  public long seed() {
    return seed;
  }

  /** What it is called. */
  public String name() {
    return Words.COMPANY;
  }

  /** The domain its people have their addresses under. */
  public String domain() {
    return Words.DOMAIN;
  }

  /** What happens to it, by script. */
  public Story story() {
    return story;
  }

  /** Its year of history and so much of its present. */
  public TimeRange until(Instant now) {
    return new TimeRange(story.begin(), now);
  }

  /** The last stretch of time of that length. */
  public TimeRange last(Duration length, Instant now) {
    return TimeRange.before(now, length);
  }

  public List<Team> teams() {
    return staff.teams();
  }

  /** Everybody who ever was or will be there. */
  public List<Person> people() {
    return staff.people();
  }

  /** Its account on a platform. */
  public Account account(Platform platform) {
    return Objects.requireNonNull(accounts.get(platform), "account");
  }

  @Override
  public String toString() {
    return name() + " (size " + size + ", seed " + seed + ", present " + story.present() + ")";
  }
}
