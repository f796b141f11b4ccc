// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.window.WindowChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an organisation at a revision: whole, or what changed since an earlier one.
 *
 * @param complete whether this is everything; otherwise {@code windows} holds only what changed,
 *     the rest is whole
 * @param windows day windows by the stream that owns them
 * @param cells how many assets share a signature of facts
 * @param feeds what each stream delivers and how fresh it is, those of removed connectors included
 * @param register the estate register now
 * @param attestations signed human statements in force
 */
public record OrganisationEvidence(
    OrganisationId organisation,
    String name,
    long revision,
    boolean complete,
    List<OwnedWindow> windows,
    List<AssetCell> cells,
    List<Population> populations,
    List<Feed> feeds,
    List<RegisterEntry> register,
    List<Attestation> attestations) {
  public OrganisationEvidence {
    Objects.requireNonNull(organisation, "organisation");
  }

  /** A day window and the stream that owns it. */
  public record OwnedWindow(StreamId stream, WindowChange window) {}

  /** How many assets of a stratum share a signature. */
  public record AssetCell(Stratum stratum, Map<String, String> signature, long count) {}

  /**
   * A stream as a feed of metrics.
   *
   * @param completeThrough everything up to here has been read; null before the first pass
   * @param failingSince when it began to fail; null while it works
   * @param failure name of the failure's {@link dev.tidemark.spi.Category}; null while it works
   */
  public record Feed(
      StreamId stream,
      String connectorType,
      Stratum stratum,
      List<String> metrics,
      Duration interval,
      Duration latency,
      Instant connectedAt,
      @Nullable Instant completeThrough,
      @Nullable Instant failingSince,
      @Nullable String failure) {}

  /**
   * What is declared of a platform of the estate; {@code *} stands for all of them.
   *
   * @param materiality relative weight; null where none was declared
   * @param notApplicable decisions that an indicator does not apply to it, by indicator
   * @param retired whether it is no part of the estate any more, whatever is known of it
   */
  public record RegisterEntry(
      Stratum stratum,
      @Nullable Double materiality,
      Map<String, NotApplicable> notApplicable,
      boolean retired) {
    public RegisterEntry {
      notApplicable = Map.copyOf(notApplicable);
    }

    /** Nothing is declared of it. */
    public static RegisterEntry undeclared(Stratum stratum) {
      return new RegisterEntry(stratum, null, Map.of(), false);
    }

    /** The same with a materiality. */
    public RegisterEntry counting(double weight) {
      return new RegisterEntry(stratum, weight, notApplicable, false);
    }

    /** The same, no part of the estate any more. */
    public RegisterEntry retire() {
      return new RegisterEntry(stratum, materiality, notApplicable, true);
    }

    /** The same, part of the estate again. */
    public RegisterEntry restore() {
      return new RegisterEntry(stratum, materiality, notApplicable, false);
    }

    /** The same without an indicator. */
    public RegisterEntry exempt(String indicator, NotApplicable decision) {
      Map<String, NotApplicable> decisions = new HashMap<>(notApplicable);
      decisions.put(indicator, decision);
      return new RegisterEntry(stratum, materiality, decisions, retired);
    }

    /** The same with an indicator that was exempt. */
    public RegisterEntry include(String indicator) {
      Map<String, NotApplicable> decisions = new HashMap<>(notApplicable);
      decisions.remove(indicator);
      return new RegisterEntry(stratum, materiality, decisions, retired);
    }
  }

  /** A recorded decision that something does not apply from a day on. */
  public record NotApplicable(LocalDate from, String reason, String actor) {}

  /** A signed human statement about an indicator, worth at most half the evidence. */
  public record Attestation(
      String indicator, Stratum stratum, double value, String signer, LocalDate expires) {}
}
