// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.options.Secret;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be read: so many streams of so many pages. Pages go forward in time: together those of
 * one number span an equal part of {@link #DAYS} days. Travels with native jobs.
 *
 * @param name one word
 * @param primed pages of each stream that are read before measuring begins
 * @param records in each page
 * @param recordBytes of JSON in each record
 * @param metrics of each stream: values of the attribute that tells them apart
 * @param first the first day of event time
 */
public record Workload(
    String name,
    int streams,
    int pages,
    int primed,
    int records,
    int recordBytes,
    Spread spread,
    int metrics,
    LocalDate first)
    implements Serializable {
  /** The organisation that owns the streams. */
  public static final String ORGANISATION = "Bench";

  /** Days of event time: as many windows of each metric. */
  public static final int DAYS = 6;

  /** Streams show the pages of so many different ones, else the pages would not fit in memory. */
  private static final int VARIANTS = 4;

  private static final String SEPARATOR = ";";

  public Workload {
    if (primed < 1 || primed >= pages) {
      throw new IllegalArgumentException("some pages are read before measuring and some after");
    }
    if (recordBytes < RecordText.SHORTEST) {
      throw new IllegalArgumentException("a record has " + RecordText.SHORTEST + " bytes at least");
    }
  }

  /** What the connector of a stream is called; in the order of their numbers. */
  public static String connector(int stream) {
    return String.format("s%05d", stream);
  }

  /** Registers its streams. */
  public void register(DatabaseAccess access) {
    try (Administration administration = Administration.of(access)) {
      OrganisationId owner = administration.organisations().findOrCreate(ORGANISATION);
      for (int stream = 0; stream < streams; stream++) {
        administration.connectors().add(connector(owner, stream), "benchmark");
      }
    }
  }

  private static NewConnector connector(OrganisationId owner, int stream) {
    return new NewConnector(
        owner,
        BenchConnectorType.TYPE,
        connector(stream),
        Secret.of("{\"stream\":" + stream + "}"),
        Set.of(),
        Map.of("", Duration.ofSeconds(1)));
  }

  /** The same with other numbers of streams and pages. */
  public Workload sized(int newStreams, int newPages, int newPrimed) {
    return new Workload(
        name, newStreams, newPages, newPrimed, records, recordBytes, spread, metrics, first);
  }

  /** How many different streams there are; others repeat them. */
  public int variants() {
    return Math.min(VARIANTS, streams);
  }

  /** Records in pages from one number up to another, of all streams. */
  public long records(int fromPage, int toPage) {
    return (long) (toPage - fromPage) * streams * records;
  }

  /** Records that are measured. */
  public long measuredRecords() {
    return records(primed, pages);
  }

  /** All records. */
  public long allRecords() {
    return records(0, pages);
  }

  /** The event time at which pages of that number begin. */
  public Instant begin(int page) {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant().plus(slice().multipliedBy(page));
  }

  /** The event time one page spans. */
  public Duration slice() {
    return Duration.ofDays(DAYS).dividedBy(pages);
  }

  /** In one word, for {@link #parse}. */
  public String text() {
    return String.join(
        SEPARATOR,
        List.of(
            name,
            Integer.toString(streams),
            Integer.toString(pages),
            Integer.toString(primed),
            Integer.toString(records),
            Integer.toString(recordBytes),
            spread.name(),
            Integer.toString(metrics),
            first.toString()));
  }

  /** What {@link #text} says. */
  public static Workload parse(String text) {
    String[] parts = text.split(SEPARATOR);
    return new Workload(
        parts[0],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        Spread.valueOf(parts[6]),
        Integer.parseInt(parts[7]),
        LocalDate.parse(parts[8]));
  }
}
