// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Streams that go on while they are looked at. What is in the database at the end follows from
 * their cursors.
 *
 * @param records found at each poll; 0 where they are idle
 * @param keys of each stream
 * @param at when all of it happened: on one day, so that each key has one window
 */
public record Trickle(int streams, int records, int keys, Duration interval, Instant at) {
  /** The organisation that owns the streams. */
  public static final String ORGANISATION = "Trickle";

  /** Streams that never have anything to say. */
  public static Trickle idle(int streams, Duration interval) {
    return new Trickle(streams, 0, 1, interval, Instant.EPOCH);
  }

  /** Registers them. */
  public void register(DatabaseAccess access) {
    try (Administration administration = Administration.of(access)) {
      OrganisationId owner = administration.organisations().findOrCreate(ORGANISATION);
      for (int stream = 0; stream < streams; stream++) {
        administration.connectors().add(connector(owner, stream), "benchmark");
      }
    }
  }

  private NewConnector connector(OrganisationId owner, int stream) {
    return new NewConnector(
        owner,
        TrickleConnectorType.TYPE,
        Workload.connector(stream),
        Secret.of(
            "{\"stream\":%d,\"records\":%d,\"keys\":%d,\"at\":%d}"
                .formatted(stream, records, keys, at.getEpochSecond())),
        Set.of(),
        Map.of("", interval));
  }

  /** A window of one of its streams as it must be: pipeline, records, errors. */
  public List<String> expected(int pages) {
    long[] counts = new long[keys];
    long[] errors = new long[keys];
    for (long number = 0; number < (long) pages * records; number++) {
      counts[(int) (number % keys)]++;
      errors[(int) (number % keys)] += TrickleText.errors(number);
    }
    List<String> windows = new ArrayList<>();
    for (int key = 0; key < keys; key++) {
      if (counts[key] > 0) {
        windows.add(RecordText.pipeline(key) + "|" + counts[key] + "|" + errors[key]);
      }
    }
    return windows;
  }
}
