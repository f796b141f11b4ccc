// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Place;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * One page over the objects of buckets. Objects come in the order of their keys and are listed from
 * behind the last one, so that no token can expire; what was added up so far stands in the cursor.
 * Nothing is kept of an object but its size and age.
 */
final class ObjectsPass {
  /** A page is some seconds of listing. */
  private static final int MOST_LISTS = 25;

  /** As often as a reader of the log wants to hear of a listing that takes hours. */
  private static final long OBJECTS_PER_LINE = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(ObjectsPass.class);

  private final PageDraft draft;
  private final Session session;
  private final String from;
  private ObjectsPlace place;
  private int lists;

  ObjectsPass(Session session, PageDraft draft) {
    this.draft = draft;
    this.session = session;
    this.place = ObjectsPlace.of(draft.request().position().position(), session.now());
    this.from = place.after();
    draft.startAfter(from);
  }

  Fetched page() {
    for (BucketList bucket : buckets()) {
      if (bucket.name().compareTo(place.after()) > 0) {
        if (draft.isFull() || lists >= MOST_LISTS) {
          return goesOn();
        }
        if (!passes(bucket)) {
          return goesOn();
        }
        if (place.skipped() == Place.Skipped.SOMETHING && place.after().equals(bucket.name())) {
          return passedOver(bucket);
        }
      }
    }
    session.listings().forget(ObjectsStream.NAME);
    return draft.ends(place.skipped() == Place.Skipped.NOTHING ? place.began() : null);
  }

  private List<BucketList> buckets() {
    return session
        .listings()
        .get(
            new Listings.Name(ObjectsStream.NAME, "buckets", session.now()),
            () ->
                BucketList.read(session).stream()
                    .filter(bucket -> session.scope().listed().contains(bucket.name()))
                    .sorted(Comparator.comparing(BucketList::name))
                    .toList());
  }

  /** The page speaks for the buckets that are done, which may be none of its own. */
  private Fetched goesOn() {
    if (place.after().isEmpty()) {
      draft.speakForNothing();
    }
    return draft.goesOn(place.after(), place.cursor());
  }

  /** What is known of a bucket that cannot be listed stays: the page ends before it. */
  private Fetched passedOver(BucketList bucket) {
    return draft.goesOnBefore(bucket.name(), place.cursor());
  }

  /** Lists on; whether the bucket is behind us. */
  private boolean passes(BucketList bucket) {
    place = place.entering(bucket.name());
    try {
      return lists(bucket);
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      boolean isGone = failure.category() == Category.NOT_FOUND;
      place = place.done(bucket.name(), isGone ? Place.Skipped.NOTHING : Place.Skipped.SOMETHING);
      return true;
    }
  }

  private boolean lists(BucketList bucket) {
    long before = place.objects();
    while (lists < MOST_LISTS) {
      lists++;
      ListObjectsV2Response answer = list(bucket);
      answer.contents().forEach(object -> place = place.plus(object));
      draft.count(answer.contents().size());
      if (!Boolean.TRUE.equals(answer.isTruncated())) {
        add(bucket);
        return true;
      }
    }
    tell(bucket, before);
    return false;
  }

  private void tell(BucketList bucket, long before) {
    if (place.objects() / OBJECTS_PER_LINE > before / OBJECTS_PER_LINE) {
      LOG.info(
          "listing s3://{}: {} objects of {} bytes so far, since {}",
          bucket.name(),
          place.objects(),
          place.bytes(),
          place.began());
    }
  }

  private ListObjectsV2Response list(BucketList bucket) {
    S3Client s3 = session.clients().s3(bucket.region());
    String after = place.key();
    return session.call(
        Action.LIST_OBJECTS,
        bucket.region(),
        () ->
            s3.listObjectsV2(
                it -> it.bucket(bucket.name()).startAfter(after.isEmpty() ? null : after)));
  }

  private void add(BucketList bucket) {
    ObjectNode record = Records.blank(new ObjectsStream().fields());
    record.put("bucket", bucket.name()).put("region", bucket.region());
    record.put("objects", place.objects()).put("bytes", place.bytes());
    Records.putTime(record, "newest_at", place.newest());
    draft.add(bucket.name(), record.put("at", session.now().toString()));
    place = place.done(bucket.name(), Place.Skipped.NOTHING);
  }
}
