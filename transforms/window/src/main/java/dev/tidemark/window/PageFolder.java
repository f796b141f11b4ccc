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
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Replay;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.NormaliseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reduces a page to what its changes add up to. A record that cannot be used, for whatever reason,
 * is rejected whole and harms no other. A record that is read again after it was rejected goes the
 * same way, as of when it was read first; only amounts count then, since what it states and the
 * counters it shows were told anew meanwhile. The same page gives the same result. Not safe for use
 * by several threads.
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

  /**
   * A page folded.
   *
   * @param shownAgain what of it could not be folded and every pass shows again: the rest of what
   *     could not be moves with the page
   */
  public record Folded(FoldedPage page, List<RejectedRecord> shownAgain) {
    /** All of it that could not be folded. */
    public List<RejectedRecord> rejected() {
      List<RejectedRecord> all = new ArrayList<>(page.rejections().passed());
      all.addAll(shownAgain);
      return all;
    }
  }

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
    if (page.stamp().step() == PassStep.BESIDE) {
      readAgain(page, type, context, folding);
    } else {
      read(page, type, context, folding);
    }
    return new Folded(folding.folded(), folding.shownAgain());
  }

  private void read(Page page, ConnectorType type, NormaliseContext context, FoldingPage folding) {
    for (Change change : page.changes()) {
      if (change.operation() == Operation.UPSERT) {
        refusal(page, type, context, change, () -> folding.add(change, checked))
            .ifPresent(reason -> folding.reject(change, rejected(page, change, reason)));
      } else {
        folding.remove(change);
      }
    }
  }

  private void readAgain(
      Page page, ConnectorType type, NormaliseContext context, FoldingPage folding) {
    for (int i = 0; i < page.replays().size(); i++) {
      KeptRecord record = page.replays().get(i);
      Optional<String> refusal =
          refusal(
              page,
              type,
              context,
              page.changes().get(i),
              () -> folding.count(checked, record.times()));
      folding.replayed(new Replay(record, refusal.orElse(null)));
    }
  }

  /** Why a record cannot be used; empty where it was. */
  private Optional<String> refusal(
      Page page, ConnectorType type, NormaliseContext context, Change change, Runnable use) {
    try {
      PlainText.require(change.key());
      normalise(page, type, context, change);
      use.run();
      return Optional.empty();
    } catch (ConnectorException | UnusableRecordException e) {
      return Optional.of(shortened(PlainText.printable(String.valueOf(e.getMessage()))));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(shortened(PlainText.printable(defect(page, e))));
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

  private static RejectedRecord rejected(Page page, Change change, String reason) {
    return new RejectedRecord(
        page.stream(),
        page.connectorType(),
        PlainText.printable(change.key()),
        reason,
        change.payload(),
        page.observedAt());
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
