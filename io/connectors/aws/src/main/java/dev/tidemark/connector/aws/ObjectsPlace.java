// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cursors;
import dev.tidemark.authoring.Place;
import dev.tidemark.authoring.Records;
import dev.tidemark.model.stream.Cursor;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where a pass over objects has come to.
 *
 * @param began when the pass began: it may have been broken off and gone on much later
 * @param after the last bucket that is done
 * @param bucket the one under way; empty between two
 * @param key the last of its objects that was listed; empty where none was
 * @param manifest of the inventory it is counted from, as {@code bucket/key}; empty without one
 * @param files how many of that inventory's files are counted
 * @param sum what was counted of the bucket
 */
record ObjectsPlace(
    Instant began,
    String after,
    String bucket,
    String key,
    String manifest,
    int files,
    Sum sum,
    Place.Skipped skipped) {
  /**
   * Reads a cursor; one of another kind is refused.
   *
   * @param now when a pass begins that begins here
   */
  static ObjectsPlace of(Cursor cursor, Instant now) {
    JsonNode node = Cursors.read(cursor);
    try {
      return new ObjectsPlace(
          node.has("began") ? Instant.parse(node.path("began").asText()) : now,
          node.path("after").asText(""),
          node.path("bucket").asText(""),
          node.path("key").asText(""),
          node.path("manifest").asText(""),
          node.path("files").asInt(),
          sum(node),
          node.path("skipped").asBoolean() ? Place.Skipped.SOMETHING : Place.Skipped.NOTHING);
    } catch (DateTimeException malformed) {
      throw Cursors.foreign();
    }
  }

  private static Sum sum(JsonNode node) {
    return new Sum(
        node.path("objects").asLong(),
        node.path("bytes").asLong(),
        node.has("newest") ? Instant.parse(node.path("newest").asText()) : null);
  }

  Cursor cursor() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("began", began.toString()).put("after", after);
    if (!bucket.isEmpty()) {
      node.put("bucket", bucket).put("key", key);
      if (!manifest.isEmpty()) {
        node.put("manifest", manifest).put("files", files);
      }
      node.put("objects", sum.objects()).put("bytes", sum.bytes());
      Records.putTime(node, "newest", sum.newest());
    }
    if (skipped == Place.Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  /** At the beginning of a bucket, unless it is under way. */
  ObjectsPlace entering(String name) {
    return bucket.equals(name) ? this : reading(name, "");
  }

  /** At the beginning of a bucket that is counted from an inventory, or listed without one. */
  ObjectsPlace reading(String name, String inventory) {
    return new ObjectsPlace(began, after, name, "", inventory, 0, Sum.NOTHING, skipped);
  }

  /** Behind an object that was listed. */
  ObjectsPlace plus(String object, long size, Instant written) {
    return new ObjectsPlace(began, after, bucket, object, "", 0, sum.plus(size, written), skipped);
  }

  /** Behind one more file of the inventory. */
  ObjectsPlace plus(Sum file) {
    return new ObjectsPlace(began, after, bucket, "", manifest, files + 1, sum.plus(file), skipped);
  }

  /** Behind a bucket. */
  ObjectsPlace done(String name, Place.Skipped left) {
    Place.Skipped both = skipped == Place.Skipped.SOMETHING ? skipped : left;
    return new ObjectsPlace(began, name, "", "", "", 0, Sum.NOTHING, both);
  }
}
