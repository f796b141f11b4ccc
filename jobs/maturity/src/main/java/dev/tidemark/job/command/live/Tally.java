// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.connector.ConnectorTypes;
import dev.tidemark.job.command.live.Progress.ActiveConnector;
import dev.tidemark.job.command.live.Progress.ReadStream;
import dev.tidemark.job.command.live.Progress.ScoredOrganisation;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.StreamDescription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one job has done by a moment, stream by stream.
 *
 * @param expected how many streams there are to read
 * @param read how many the job has read wholly at least once and committed
 * @param failing what is wrong with each stream that fails
 * @param organisations what is known of each and what its score rests on
 */
record Tally(
    long expected, long read, List<String> failing, List<ScoredOrganisation> organisations) {

  static Tally of(Progress progress, long job) {
    return new Tally(
        progress.connectors().stream().mapToLong(it -> expected(it).size()).sum(),
        progress.connectors().stream().mapToLong(it -> read(it, job)).sum(),
        progress.connectors().stream().flatMap(it -> failing(it, job)).toList(),
        progress.organisations());
  }

  /** What is known of each organisation by now. */
  Map<OrganisationId, Long> revisions() {
    return organisations.stream()
        .collect(Collectors.toMap(ScoredOrganisation::id, ScoredOrganisation::revision));
  }

  /** Whether every score rests on at least so much. */
  boolean isScoredThrough(Map<OrganisationId, Long> revisions) {
    return organisations.stream()
        .allMatch(it -> it.scored() >= revisions.getOrDefault(it.id(), it.scored()));
  }

  /** Whether nothing is left to wait for but scores. */
  boolean isReadWholly() {
    return expected > 0 && read == expected;
  }

  /** Whether everything that does not fail has been read. */
  boolean isReadExceptFailing() {
    return !failing.isEmpty() && read + failing.size() >= expected;
  }

  String text() {
    String streams = "read " + read + " of " + expected + " streams";
    String failures = failing.isEmpty() ? "" : ", " + failing.size() + " failing";
    return streams + failures + (isScoredThrough(revisions()) ? ", score up to date" : ", scoring");
  }

  private static Set<String> expected(ActiveConnector connector) {
    return connector.wanted().isEmpty() ? offered(connector.type()) : connector.wanted();
  }

  private static Set<String> offered(String type) {
    return ConnectorTypes.of(type).description().streams().stream()
        .map(StreamDescription::name)
        .collect(Collectors.toSet());
  }

  private static long read(ActiveConnector connector, long job) {
    Set<String> expected = expected(connector);
    return connector.streams().stream()
        .filter(it -> expected.contains(it.name()) && it.isCaughtUpBy(job))
        .count();
  }

  private static Stream<String> failing(ActiveConnector connector, long job) {
    return connector.streams().stream()
        .filter(it -> it.isFailingUnder(job))
        .map(it -> failure(connector, it));
  }

  private static String failure(ActiveConnector connector, ReadStream stream) {
    return connector.name() + "/" + stream.name() + ": " + stream.failure();
  }
}
