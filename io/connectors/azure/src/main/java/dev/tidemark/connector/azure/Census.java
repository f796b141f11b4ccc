// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Counts what there is, place by place, and notes what cannot be listed. For one thread. */
final class Census {
  static final String CONTAINER = "container";
  static final String ENDPOINT = "endpoint";
  static final String MODEL = "model";

  private final Session session;
  private final ObjectNode record;
  private final ArrayNode unseen;
  private final Map<String, Long> seen = new TreeMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> hidden = new HashMap<>();

  Census(Session session, List<Field> fields) {
    this.session = session;
    this.record = Records.blank(fields);
    this.unseen = record.putArray("unseen");
  }

  Optional<ObjectNode> read() {
    // A sign of life is asked for, never remembered.
    session.manager().send(Api.SUBSCRIPTIONS.get("/subscriptions"));
    Resources.subscriptions(session).forEach(record.putArray("subscriptions")::add);
    List.of(CONTAINER, ENDPOINT, MODEL).forEach(kind -> seen.put(kind, 0L));
    each(
        CONTAINER,
        Resources::storageAccounts,
        account -> ContainersStream.names(session, account).size());
    each(ENDPOINT, Resources::workspaces, it -> Models.endpoints(session, it).size());
    each(MODEL, Resources::workspaces, it -> Models.versions(session, it).size());
    write();
    missing(record.putArray("missing"));
    return Optional.of(record);
  }

  private void each(String kind, Resources.Listing listing, ToLongFunction<Resource> count) {
    try {
      for (Part part : Resources.parts(session, listing)) {
        if (part.failure() != null) {
          hide(kind, part.place());
        } else {
          count(kind, Resources.require(session, part, listing), count);
        }
      }
    } catch (ConnectorException failure) {
      requireLocal(failure);
      seen.remove(kind);
    }
  }

  private void count(String kind, Resource place, ToLongFunction<Resource> count) {
    try {
      seen.merge(kind, count.applyAsLong(place), Long::sum);
      places.merge(kind, 1, Integer::sum);
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      hide(kind, place.name());
    }
  }

  private void hide(String kind, String place) {
    hidden.merge(kind, 1, Integer::sum);
    unseen.add(kind + " " + place);
  }

  private void write() {
    ObjectNode visible = record.putObject("seen");
    ObjectNode there = record.putObject("there");
    seen.forEach(
        (kind, count) -> {
          visible.put(kind, count);
          there.put(kind, count + estimate(kind, count));
        });
  }

  /** A place nobody could look into counts as holding as much as the average of the others. */
  private long estimate(String kind, long count) {
    int unknown = hidden.getOrDefault(kind, 0);
    int known = places.getOrDefault(kind, 0);
    long average = known == 0 ? 1 : Math.max(1, Math.round((double) count / known));
    return unknown * average;
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
