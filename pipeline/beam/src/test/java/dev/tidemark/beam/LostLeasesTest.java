// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Lease;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LostLeasesTest {
  private final AtomicLong clock = new AtomicLong();
  private final LostLeases leases = new LostLeases(Duration.ofNanos(10), 3, clock::get);

  @Test
  void toldOnceItIsKnownEverywhere() {
    Lease lease = Lease.random();
    LostLeases.announce(lease);
    assertThat(LostLeases.contains(lease)).isTrue();
    assertThat(LostLeases.contains(Lease.random())).isFalse();
  }

  @Test
  void isForgottenAfterAWhile() {
    Lease lease = Lease.random();
    leases.add(lease);
    clock.set(9);
    assertThat(leases.has(lease)).isTrue();
    clock.set(10);
    assertThat(leases.has(lease)).isFalse();
    leases.add(Lease.random());
    assertThat(leases.size()).isEqualTo(1);
  }

  @Test
  void theOldestGoFirstWhenThereAreTooMany() {
    Lease oldest = Lease.random();
    leases.add(oldest);
    for (int i = 0; i < 3; i++) {
      leases.add(Lease.random());
    }
    assertThat(leases.size()).isEqualTo(3);
    assertThat(leases.has(oldest)).isFalse();
  }

  @Test
  void announcedAgainItIsRememberedLonger() {
    Lease lease = Lease.random();
    leases.add(lease);
    clock.set(8);
    leases.add(lease);
    clock.set(15);
    assertThat(leases.has(lease)).isTrue();
  }
}
