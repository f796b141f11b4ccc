// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.authoring.Records;
import dev.tidemark.model.stream.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a pass over blobs has come to.
 *
 * @param began when the pass did
 * @param after the last container that is done, as account/container
 * @param container the one under way; empty between two
 * @param marker where its list goes on, as the vendor says
 * @param total what was added up before that
 */
record BlobsPlace(
    Instant began, String after, String container, String marker, Total total, Skipped skipped) {
  /**
   * What blobs come to.
   *
   * @param newest when the newest was written; null without blobs
   */
  record Total(long blobs, long bytes, @Nullable Instant newest) {
    static final Total NOTHING = new Total(0, 0, null);

    Total plus(BlobList.Blob blob) {
      boolean isNewer = newest == null || blob.modified().isAfter(newest);
      return new Total(blobs + 1, bytes + blob.bytes(), isNewer ? blob.modified() : newest);
    }
  }

  /**
   * Reads a cursor; one of another kind is refused.
   *
   * @param now when a pass begins that begins here
   */
  static BlobsPlace of(Cursor cursor, Instant now) {
    JsonNode node = Cursors.read(cursor);
    try {
      return new BlobsPlace(
          node.has("began") ? Instant.parse(node.path("began").asText()) : now,
          node.path("after").asText(""),
          node.path("container").asText(""),
          node.path("marker").asText(""),
          new Total(
              node.path("blobs").asLong(),
              node.path("bytes").asLong(),
              node.has("newest") ? Instant.parse(node.path("newest").asText()) : null),
          node.path("skipped").asBoolean() ? Skipped.SOMETHING : Skipped.NOTHING);
    } catch (DateTimeException malformed) {
      throw Cursors.foreign();
    }
  }

  Cursor cursor() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("began", began.toString()).put("after", after);
    if (!container.isEmpty()) {
      node.put("container", container).put("marker", marker);
      node.put("blobs", total.blobs()).put("bytes", total.bytes());
      Records.putTime(node, "newest", total.newest());
    }
    if (skipped == Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  /** At the beginning of a container, unless it is under way. */
  BlobsPlace entering(String name) {
    return container.equals(name)
        ? this
        : new BlobsPlace(began, after, name, "", Total.NOTHING, skipped);
  }

  BlobsPlace behind(BlobList list) {
    Total sum = total;
    for (BlobList.Blob blob : list.blobs()) {
      sum = sum.plus(blob);
    }
    return new BlobsPlace(began, after, container, list.next(), sum, skipped);
  }

  /** Behind a container. */
  BlobsPlace done(String name, Skipped left) {
    Skipped both = skipped == Skipped.SOMETHING ? skipped : left;
    return new BlobsPlace(began, name, "", "", Total.NOTHING, both);
  }
}
