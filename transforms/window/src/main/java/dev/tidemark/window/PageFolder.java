// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.CheckedEvent;
import dev.tidemark.model.event.EventCheck;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.PlainText;
import dev.tidemark.model.event.UnusableRecordException;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.NormaliseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reduces a page to what its changes add up to. A record that cannot be used, for whatever reason,
 * is rejected whole and harms no other. The same page gives the same result. Not safe for use by
 * several threads.
 */
public final class PageFolder {
  private static final int LONGEST_REASON = 500;

  private final Map<String, ConnectorType> types;
  private final Pseudonyms pseudonyms;
  private final EventCheck check = new EventCheck(MetricCatalogue.standard());
  private final List<MetricEvent> emitted = new ArrayList<>();
  private final List<CheckedEvent> checked = new ArrayList<>();

  /**
   * A folder of pages.
   *
   * @param types the connector types by name
   */
  public PageFolder(Map<String, ConnectorType> types, Pseudonyms pseudonyms) {
    this.types = Map.copyOf(types);
    this.pseudonyms = pseudonyms;
  }

  /** A page folded, and what of it could not be. */
  public record Folded(FoldedPage page, List<RejectedRecord> rejected) {}

  /**
   * Folds a page.
   *
   * @throws IllegalStateException if nothing here can read the page's connector type
   */
  public Folded fold(Page page) {
    ConnectorType type = type(page.connectorType());
    NormaliseContext context =
        new NormaliseContext(
            page.stratum(), page.observedAt(), pseudonyms.of(page.stream().organisation()));
    FoldingPage folding = new FoldingPage(page);
    List<RejectedRecord> rejected = new ArrayList<>();
    for (Change change : page.changes()) {
      if (change.operation() == Operation.UPSERT) {
        fold(page, type, context, change, folding, rejected);
      } else {
        folding.remove(change);
      }
    }
    return new Folded(folding.folded(), rejected);
  }

  private void fold(
      Page page,
      ConnectorType type,
      NormaliseContext context,
      Change change,
      FoldingPage folding,
      List<RejectedRecord> rejected) {
    try {
      PlainText.require(change.key());
      normalise(page, type, context, change);
      folding.add(change, checked);
    } catch (ConnectorException | UnusableRecordException e) {
      reject(page, change, String.valueOf(e.getMessage()), folding, rejected);
    } catch (RuntimeException | StackOverflowError e) {
      reject(page, change, defect(page, e), folding, rejected);
    }
  }

  private void normalise(Page page, ConnectorType type, NormaliseContext context, Change change) {
    emitted.clear();
    checked.clear();
    type.normalise(page.stream().name(), change, context, emitted::add);
    for (MetricEvent event : emitted) {
      checked.add(check.check(event, page.observedAt()));
    }
  }

  private static void reject(
      Page page, Change change, String reason, FoldingPage folding, List<RejectedRecord> rejected) {
    folding.reject(change);
    rejected.add(
        new RejectedRecord(
            page.stream(),
            page.connectorType(),
            PlainText.printable(change.key()),
            shortened(PlainText.printable(reason)),
            change.payload(),
            page.observedAt()));
  }

  private static String defect(Page page, Throwable error) {
    return "connector %s cannot normalise this record of stream %s: %s: %s"
        .formatted(
            page.connectorType(),
            page.stream().name(),
            error.getClass().getSimpleName(),
            error.getMessage());
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  private ConnectorType type(String name) {
    ConnectorType type = types.get(name);
    if (type == null) {
      throw new IllegalStateException(
          "no connector of type \"%s\" is on the class path, which has %s; add its jar"
              .formatted(name, types.keySet()));
    }
    return type;
  }
}
