// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.options.SettingsException;
import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.LinkScenes.Lead;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A credential goes to the host it was given for, and nobody is led into a private network. */
final class StaysInside implements Contract {
  private static final int RECORDS = 10;
  private static final int PAGE = 2;

  @Override
  public String checks() {
    return "redirects and next links never carry the credential abroad; private targets are"
        + " refused";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<LinkScenes> scenes = findings.scenes(candidate, LinkScenes.class);
    if (scenes.isEmpty()) {
      return;
    }
    for (StreamDescription stream : candidate.streams()) {
      candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(stream.name(), RECORDS));
      for (Lead how : Lead.values()) {
        lead(candidate, stream.name(), how, scenes.get(), findings);
      }
    }
    scenes.get().privateTargets().forEach(settings -> refused(candidate, settings, findings));
  }

  private static void lead(
      Candidate candidate, String stream, Lead how, LinkScenes scenes, Findings findings) {
    if (!findings.played(stream, scenes.lead(stream, how))) {
      return;
    }
    try (Connector connector = candidate.open()) {
      new Reading(candidate, connector, stream, PAGE).pass();
    } catch (ConnectorException refusal) {
      // To refuse is right; so is to follow without the credential. What counts is what was sent.
    }
    scenes.comeHome();
    List<String> leaked = Canaries.of(candidate).in(scenes.receivedAbroad());
    if (!leaked.isEmpty()) {
      findings.broken(
          "stream %s: led by %s, the connector sent another host what is in %s"
              .formatted(stream, how, leaked),
          "send the credential to the account's own host only");
    }
    findings.proved();
  }

  private static void refused(
      Candidate candidate, Map<String, Object> settings, Findings findings) {
    try (Connector connector = candidate.open(settings)) {
      List<CheckResult> results = connector.check();
      if (results.stream().allMatch(CheckResult::passed)) {
        findings.broken(
            "an address on a private network was used without leave",
            "refuse link-local, loopback and private targets of a user's address");
      }
    } catch (ConnectorException | SettingsException refusal) {
      findings.proved();
    }
  }
}
