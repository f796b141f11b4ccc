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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Where a pass over objects has come to.
 *
 * @param began when the pass began: it may have been broken off and gone on much later
 * @param after the last bucket that is done
 * @param bucket the one under way; empty between two
 * @param key the last of its objects that was added up
 * @param newest of those; null before the first
 */
record ObjectsPlace(
    Instant began,
    String after,
    String bucket,
    String key,
    long objects,
    long bytes,
    @Nullable Instant newest,
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
          node.path("objects").asLong(),
          node.path("bytes").asLong(),
          node.has("newest") ? Instant.parse(node.path("newest").asText()) : null,
          node.path("skipped").asBoolean() ? Place.Skipped.SOMETHING : Place.Skipped.NOTHING);
    } catch (DateTimeException malformed) {
      throw Cursors.foreign();
    }
  }

  Cursor cursor() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("began", began.toString()).put("after", after);
    if (!bucket.isEmpty()) {
      node.put("bucket", bucket).put("key", key).put("objects", objects).put("bytes", bytes);
      Records.putTime(node, "newest", newest);
    }
    if (skipped == Place.Skipped.SOMETHING) {
      node.put("skipped", true);
    }
    return new Cursor(node.toString());
  }

  /** At the beginning of a bucket, unless it is under way. */
  ObjectsPlace entering(String name) {
    return bucket.equals(name)
        ? this
        : new ObjectsPlace(began, after, name, "", 0, 0, null, skipped);
  }

  ObjectsPlace plus(S3Object object) {
    Instant written = object.lastModified();
    boolean isNewer = newest == null || written.isAfter(newest);
    return new ObjectsPlace(
        began,
        after,
        bucket,
        object.key(),
        objects + 1,
        bytes + object.size(),
        isNewer ? written : newest,
        skipped);
  }

  /** Behind a bucket. */
  ObjectsPlace done(String name, Place.Skipped left) {
    Place.Skipped both = skipped == Place.Skipped.SOMETHING ? skipped : left;
    return new ObjectsPlace(began, name, "", "", 0, 0, null, both);
  }
}
