// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.outlet.OutletGoneException;
import dev.tidemark.outlet.record.Windows;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one outlet what it was not told yet, until there is nothing more, something is not
 * accepted, or the right to do so is lost.
 *
 * @param tries how often an event is tried
 * @param over whether the runner is being stopped
 */
record Delivery(OutletRows rows, Held held, Outlet outlet, int tries, BooleanSupplier over) {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Blocks as long as there is something to tell. */
  void run() {
    if (replay() && events() && held.wants(EventType.WINDOW_COMMITTED)) {
      windows();
    }
  }

  /** False if one was not accepted, or nothing may be told any more. */
  private boolean events() {
    // After a failure one at a time, to find the one that is not accepted.
    int most = held.attempts() > 0 ? 1 : outlet.most();
    while (!over.getAsBoolean() && rows.renew(held)) {
      List<OutletEvent> events = rows.next(held, most);
      if (events.isEmpty()) {
        return true;
      }
      if (!told(events)) {
        return false;
      }
    }
    return false;
  }

  private void windows() {
    boolean more = true;
    while (more && !over.getAsBoolean() && rows.renew(held)) {
      Windows windows = rows.windows(held, outlet.most());
      more = told(windows) && windows.events().size() >= outlet.most();
    }
  }

  /** A window that is not accepted is no dead letter: the next try tells what it is by then. */
  private boolean told(Windows windows) {
    try {
      if (!windows.events().isEmpty()) {
        outlet.tell(windows.events());
      }
      rows.told(held, windows);
      return true;
    } catch (OutletGoneException gone) {
      rows.stop(held, String.valueOf(gone.getMessage()));
    } catch (ConnectorException refused) {
      if (!over.getAsBoolean()) {
        int attempts = Math.min(held.attempts() + 1, tries);
        String reason = String.valueOf(refused.getMessage());
        rows.failed(held, attempts, wait(refused, attempts), refused.category(), reason);
      }
    }
    return false;
  }

  private boolean told(List<OutletEvent> events) {
    try {
      outlet.tell(events);
      rows.delivered(held, events);
      return true;
    } catch (OutletGoneException gone) {
      LOG.info("outlet {} is stopped: {}", held.id(), gone.getMessage());
      rows.stop(held, String.valueOf(gone.getMessage()));
    } catch (ConnectorException refused) {
      refused(events.get(0), refused);
    }
    return false;
  }

  /** A runner that is stopped breaks off what is under way: that says nothing of the receiver. */
  private void refused(OutletEvent event, ConnectorException failure) {
    if (over.getAsBoolean()) {
      return;
    }
    int attempts = Math.min(held.attempts() + 1, tries);
    Category category = failure.category();
    String reason = String.valueOf(failure.getMessage());
    LOG.info("outlet {} did not take event {}: {}", held.id(), event.id(), reason);
    if (attempts < tries) {
      rows.failed(held, attempts, wait(failure, attempts), category, reason);
    } else {
      // One that takes nothing is not tried for a day with each event that follows: once, until it
      // takes one.
      rows.buried(held, event, attempts, wait(failure, 1), category, reason);
    }
  }

  private static Duration wait(ConnectorException failure, int attempts) {
    Duration own = Backoff.after(attempts);
    Duration asked =
        failure
            .retryAfter()
            .map(until -> Duration.between(Instant.now(), until))
            .orElse(Duration.ZERO);
    return asked.compareTo(own) > 0 ? asked : own;
  }

  /** Tells dead letters again, once; false if one was not accepted. */
  private boolean replay() {
    List<OutletEvent> asked = rows.asked(held, outlet.most());
    while (!asked.isEmpty() && !over.getAsBoolean() && rows.renew(held)) {
      if (!replayed(asked)) {
        return false;
      }
      asked = rows.asked(held, outlet.most());
    }
    return true;
  }

  private boolean replayed(List<OutletEvent> events) {
    try {
      outlet.tell(events);
      rows.replayed(held, events);
      return true;
    } catch (OutletGoneException gone) {
      rows.replayEnded(held, events.get(0), Category.NOT_FOUND, gone.getMessage());
      rows.stop(held, String.valueOf(gone.getMessage()));
    } catch (ConnectorException refused) {
      if (!over.getAsBoolean()) {
        rows.replayEnded(held, events.get(0), refused.category(), refused.getMessage());
      }
    }
    return false;
  }
}
