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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * One page over the objects of buckets. Objects come in the order of their keys and are listed from
 * behind the last one, so that no token can expire; an inventory is read file by file. What was
 * added up so far stands in the cursor. Nothing is kept of an object but its size and age.
 */
final class ObjectsPass {
  /** A page is some seconds of listing. */
  private static final int MOST_LISTS = 25;

  /** What is read of an inventory in the time of one listing. */
  private static final long ROWS_OF_A_LIST = 20_000;

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
                    .filter(bucket -> session.scope().counts(bucket.name()))
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

  /** What is known of a bucket that cannot be counted stays: the page ends before it. */
  private Fetched passedOver(BucketList bucket) {
    return draft.goesOnBefore(bucket.name(), place.cursor());
  }

  /** Counts on; whether the bucket is behind us. */
  private boolean passes(BucketList bucket) {
    place = place.entering(bucket.name());
    try {
      return isFromInventory(bucket) ? unpacks(bucket) : lists(bucket);
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      boolean isGone = failure.category() == Category.NOT_FOUND;
      if (!isGone) {
        LOG.warn("s3://{} is left out: {}", bucket.name(), failure.getMessage());
      }
      place = place.done(bucket.name(), isGone ? Place.Skipped.NOTHING : Place.Skipped.SOMETHING);
      return true;
    }
  }

  /** One that is begun is gone on with; a bucket that is being listed is listed to its end. */
  private boolean isFromInventory(BucketList bucket) {
    return session.scope().inventoried().contains(bucket.name())
        && place.key().isEmpty()
        && (!place.manifest().isEmpty() || findsInventory(bucket));
  }

  private boolean findsInventory(BucketList bucket) {
    try {
      place = place.reading(bucket.name(), new Inventories(bucket, session).newest());
      return true;
    } catch (ConnectorException failure) {
      boolean isLacking = Part.isRefusedBy(failure) && failure.category() != Category.NOT_FOUND;
      if (!isLacking || !session.scope().listed().contains(bucket.name())) {
        throw failure;
      }
      LOG.warn("{}: it is listed", failure.getMessage());
      return false;
    }
  }

  private boolean unpacks(BucketList bucket) {
    Sum before = place.sum();
    Manifest manifest = manifest(bucket);
    InventoryShelf shelf = shelf(bucket);
    for (Manifest.Entry file : manifest.files()) {
      if (lists < MOST_LISTS) {
        count(file, manifest.columns(), shelf);
      }
    }
    if (place.files() < manifest.total()) {
      tell(bucket, before);
      return false;
    }
    add(bucket, manifest.taken());
    return true;
  }

  /** One that was begun and does not lie there any more is begun anew with the newest. */
  private Manifest manifest(BucketList bucket) {
    try {
      return shelf(bucket).manifest(place.files());
    } catch (ConnectorException failure) {
      if (failure.category() != Category.UNSUPPORTED || place.files() == 0) {
        throw failure;
      }
      place = place.reading(bucket.name(), new Inventories(bucket, session).newest());
      return shelf(bucket).manifest(0);
    }
  }

  private InventoryShelf shelf(BucketList bucket) {
    return new InventoryShelf(session, bucket, place.manifest());
  }

  private void count(Manifest.Entry file, InventoryColumns columns, InventoryShelf shelf) {
    InventoryFile reading = new InventoryFile(columns, file.md5());
    place = place.plus(shelf.read(file.key(), reading::read));
    lists += 1 + (int) (reading.rows() / ROWS_OF_A_LIST);
    draft.count(reading.rows());
  }

  private boolean lists(BucketList bucket) {
    Sum before = place.sum();
    while (lists < MOST_LISTS) {
      lists++;
      ListObjectsV2Response answer = list(bucket);
      answer.contents().forEach(it -> place = place.plus(it.key(), it.size(), it.lastModified()));
      draft.count(answer.contents().size());
      if (!Boolean.TRUE.equals(answer.isTruncated())) {
        add(bucket, session.now());
        return true;
      }
    }
    tell(bucket, before);
    return false;
  }

  private void tell(BucketList bucket, Sum before) {
    Sum sum = place.sum();
    if (sum.objects() / OBJECTS_PER_LINE > before.objects() / OBJECTS_PER_LINE) {
      LOG.info(
          "{} s3://{}: {} objects of {} bytes so far, since {}",
          place.manifest().isEmpty() ? "listing" : "reading the inventory of",
          bucket.name(),
          sum.objects(),
          sum.bytes(),
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

  private void add(BucketList bucket, Instant counted) {
    Sum sum = place.sum();
    ObjectNode record = Records.blank(new ObjectsStream().fields());
    record.put("bucket", bucket.name()).put("region", bucket.region());
    record.put("objects", sum.objects()).put("bytes", sum.bytes());
    Records.putTime(record, "newest_at", sum.newest());
    record.put("as_of", counted.toString());
    draft.add(bucket.name(), record.put("at", session.now().toString()));
    place = place.done(bucket.name(), Place.Skipped.NOTHING);
  }
}
