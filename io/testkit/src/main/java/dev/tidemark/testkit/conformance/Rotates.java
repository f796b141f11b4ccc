// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.testkit.stage.TokenScenes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A token that expires is renewed once, and a crash while renewing leaves the account reachable.
 */
final class Rotates implements Contract {
  private static final int AT_ONCE = 4;
  private static final List<String> EXCHANGED = List.of("oauth", "jwt", "refresh", "assume");

  @Override
  public String checks() {
    return "an expired or single-use token is renewed once; a crash while renewing bricks nothing";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    if (!exchanges(candidate) && candidate.stage().scenes(TokenScenes.class).isEmpty()) {
      findings.leftOut("no credential is exchanged for a token");
      return;
    }
    Optional<TokenScenes> scenes = findings.scenes(candidate, TokenScenes.class);
    if (scenes.isPresent()) {
      renews(candidate, scenes.get(), findings);
      survives(candidate, scenes.get(), findings);
    }
  }

  private static boolean exchanges(Candidate candidate) {
    return candidate.description().authentication().stream()
        .anyMatch(
            kind -> EXCHANGED.stream().anyMatch(kind.toLowerCase(java.util.Locale.ROOT)::contains));
  }

  private static void renews(Candidate candidate, TokenScenes scenes, Findings findings) {
    try (Connector connector = candidate.open()) {
      read(candidate, connector);
      long issued = scenes.issued();
      long reused = scenes.reused();
      scenes.expire();
      List<String> failures = readAtOnce(candidate, connector);
      if (!failures.isEmpty()) {
        findings.broken(
            "after the token had expired, reading failed: " + failures,
            "renew a refused token once and ask again");
      }
      if (scenes.issued() > issued + 1 || scenes.reused() > reused) {
        findings.broken(
            "%d readers renewed one expired token %d times and presented a used-up credential %d times"
                .formatted(AT_ONCE, scenes.issued() - issued, scenes.reused() - reused),
            "let one reader renew while the others wait, and store the new token before using it");
      }
    }
    findings.proved();
  }

  private static List<String> readAtOnce(Candidate candidate, Connector connector) {
    ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Optional<String>>> reads =
          Stream.generate(
                  () -> CompletableFuture.supplyAsync(() -> failure(candidate, connector), readers))
              .limit(AT_ONCE)
              .toList();
      return reads.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
    } finally {
      readers.shutdownNow();
    }
  }

  private static void survives(Candidate candidate, TokenScenes scenes, Findings findings) {
    try (Connector dying = candidate.open()) {
      read(candidate, dying);
      scenes.expire();
      if (!findings.played("token", scenes.loseRenewal())) {
        return;
      }
      failure(candidate, dying);
    }
    try (Connector next = candidate.open()) {
      failure(candidate, next)
          .ifPresent(
              message ->
                  findings.broken(
                      "after a renewal whose answer was lost, a new start fails: " + message,
                      "keep the credential that was there until the new one is stored"));
    }
    findings.proved();
  }

  private static Optional<String> failure(Candidate candidate, Connector connector) {
    try {
      read(candidate, connector);
      return Optional.empty();
    } catch (ConnectorException thrown) {
      return Optional.of(String.valueOf(thrown.getMessage()));
    }
  }

  private static void read(Candidate candidate, Connector connector) {
    new Reading(candidate, connector, candidate.streams().get(0).name(), 10).page();
  }
}
