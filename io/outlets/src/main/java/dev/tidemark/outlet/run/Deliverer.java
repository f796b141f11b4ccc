// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.LedgerException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the right to tell an outlet events and does so; nothing that goes wrong leaves it.
 *
 * @param over whether the runner is being stopped
 */
record Deliverer(OutletRows rows, OpenOutlets open, BooleanSupplier over) {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
  private static final Duration AFTER_A_DEFECT = Duration.ofMinutes(1);

  /** Blocks until there is nothing more to tell, or it is not accepted. */
  void deliver(UUID outlet) {
    try {
      rows.take(outlet).ifPresent(this::tell);
    } catch (LedgerException away) {
      LOG.info("an outlet waits for the database: {}", away.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.warn("outlet {} is tried again when its lease is over", outlet, unexpected);
    }
  }

  private void tell(Held held) {
    try {
      OpenOutlets.Opened opened = open.of(held);
      new Delivery(rows, held, opened.outlet(), opened.tries(), over).run();
    } catch (LedgerException away) {
      throw away;
    } catch (RuntimeException unexpected) {
      defect(held, unexpected);
    }
    rows.letGo(held);
  }

  /** Such as settings sealed under a key this process does not have. */
  private void defect(Held held, RuntimeException unexpected) {
    if (!over.getAsBoolean()) {
      LOG.warn("outlet {} cannot be told anything", held.id(), unexpected);
      String reason = "it cannot be told anything, see the log: " + unexpected.getClass().getName();
      rows.failed(held, held.attempts(), AFTER_A_DEFECT, Category.INTERNAL, reason);
    }
  }
}
