// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StreamCachesTest {
  private final UUID job = UUID.randomUUID();

  @Test
  void instancesOfAJobShareAndOthersDoNot() {
    StreamCaches one = StreamCaches.open(job, 10);
    StreamCaches same = StreamCaches.open(job, 10);
    StreamCaches other = StreamCaches.open(UUID.randomUUID(), 10);
    assertThat(same).isSameAs(one).isNotSameAs(other);
    assertThat(fold(one, 1)).isSameAs(fold(same, 1)).isNotSameAs(fold(other, 1));
    one.close();
    other.close();
    assertThat(StreamCaches.open(job, 10)).as("one is left").isSameAs(one);
    one.close();
    one.close();
    StreamCaches later = StreamCaches.open(job, 10);
    assertThat(later).as("nobody was left").isNotSameAs(one);
    later.close();
  }

  @Test
  void theLeastRecentlyUsedStreamGoes() {
    StreamCaches caches = StreamCaches.open(job, 2);
    StreamFold first = fold(caches, 1);
    StreamFold second = fold(caches, 2);
    assertThat(fold(caches, 1)).isSameAs(first);
    fold(caches, 3);
    assertThat(caches.size()).isEqualTo(2);
    assertThat(fold(caches, 1)).isSameAs(first);
    assertThat(fold(caches, 2)).isNotSameAs(second);
    caches.close();
  }

  private static StreamFold fold(StreamCaches caches, int number) {
    StreamId stream =
        new StreamId(
            new OrganisationId(new UUID(0, 1)), new ConnectorId(new UUID(0, 2)), "s" + number);
    return caches.of(stream, Horizon.STANDARD);
  }
}
