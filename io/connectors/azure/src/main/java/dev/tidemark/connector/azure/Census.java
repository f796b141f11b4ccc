// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Headcount;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Counts what there is, place by place, and notes what cannot be listed. For one thread. */
final class Census {
  static final String CONTAINER = "container";
  static final String ENDPOINT = "endpoint";
  static final String MODEL = "model";

  private final Session session;
  private final ObjectNode record;
  private final Headcount headcount = new Headcount();

  Census(Session session, List<Field> fields) {
    this.session = session;
    this.record = Records.blank(fields);
  }

  Optional<ObjectNode> read() {
    // A sign of life is asked for, never remembered.
    session.manager().send(Api.SUBSCRIPTIONS.get("/subscriptions"));
    Resources.subscriptions(session).forEach(record.putArray("subscriptions")::add);
    List.of(CONTAINER, ENDPOINT, MODEL).forEach(headcount::expect);
    each(
        CONTAINER,
        Resources::storageAccounts,
        account -> ContainersStream.names(session, account).size());
    each(ENDPOINT, Resources::workspaces, it -> Models.endpoints(session, it).size());
    each(MODEL, Resources::workspaces, it -> Models.versions(session, it).size());
    headcount.write(record);
    missing(record.putArray("missing"));
    return Optional.of(record);
  }

  private void each(String kind, Resources.Listing listing, ToLongFunction<Resource> count) {
    try {
      for (Part part : Resources.parts(session, listing)) {
        if (part.failure() != null) {
          headcount.hide(kind, part.place());
        } else {
          Resource place = Resources.require(session, part, listing);
          headcount.count(kind, place.name(), () -> count.applyAsLong(place));
        }
      }
    } catch (ConnectorException failure) {
      requireLocal(failure);
      headcount.forget(kind);
    }
  }

  private void missing(ArrayNode lacking) {
    for (Probe probe : Probe.all(session)) {
      Optional<ConnectorException> failure = probe.failure(session);
      failure.filter(it -> probe.need() != Need.COSTS).ifPresent(Census::requireLocal);
      if (failure.filter(it -> it.category() == Category.PERMISSION).isPresent()) {
        ObjectNode node = lacking.addObject();
        node.put("permission", probe.need().permission());
        node.put("subscription", probe.place());
        probe.need().metrics().forEach(node.putArray("metrics")::add);
      }
    }
  }

  /**
   * What fails here only, the stream it belongs to reports; what fails everywhere ends the pass.
   */
  private static void requireLocal(ConnectorException failure) {
    if (failure.category() == Category.AUTH || failure.category() == Category.RATE_LIMITED) {
      throw failure;
    }
  }
}
