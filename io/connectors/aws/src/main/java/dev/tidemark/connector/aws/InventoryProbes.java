// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Part;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.ConnectorException;
import java.util.List;
import java.util.Optional;

/** Whether inventories may be read, and whether there is one: tried on one bucket. */
final class InventoryProbes {
  private InventoryProbes() {}

  static void add(Session session, List<Probe> probes) {
    bucket(session).ifPresent(bucket -> add(bucket, probes));
  }

  private static void add(BucketList bucket, List<Probe> probes) {
    probes.add(
        new Probe(
            Action.INVENTORY,
            bucket.region(),
            session -> new Inventories(bucket, session).configurations()));
    probes.add(
        new Probe(Action.INVENTORY_FILES, bucket.region(), session -> isThere(bucket, session)));
  }

  /** That there is none to read is no lack of permission. */
  private static boolean isThere(BucketList bucket, Session session) {
    try {
      open(bucket, session);
      return true;
    } catch (ConnectorException failure) {
      if (failure.category() == Category.UNSUPPORTED) {
        return false;
      }
      throw failure;
    }
  }

  /** What a person should know; empty where no inventory is asked for or it may not be seen. */
  static List<CheckResult> results(Session session) {
    return bucket(session).flatMap(bucket -> result(bucket, session)).stream().toList();
  }

  private static Optional<CheckResult> result(BucketList bucket, Session session) {
    String need = "inventory: " + bucket.name();
    try {
      open(bucket, session);
      return Optional.of(CheckResult.passed(need, "delivered as it can be read"));
    } catch (ConnectorException failure) {
      return failure.category() == Category.UNSUPPORTED
          ? Optional.of(
              CheckResult.failed(need, failure.category(), String.valueOf(failure.getMessage())))
          : Optional.empty();
    }
  }

  private static void open(BucketList bucket, Session session) {
    String newest = new Inventories(bucket, session).newest();
    new InventoryShelf(session, bucket, newest).manifest(0);
  }

  private static Optional<BucketList> bucket(Session session) {
    try {
      return BucketList.read(session).stream()
          .filter(it -> session.scope().inventoried().contains(it.name()))
          .findFirst();
    } catch (ConnectorException refusal) {
      if (Part.isRefusedBy(refusal)) {
        return Optional.empty();
      }
      throw refusal;
    }
  }
}
