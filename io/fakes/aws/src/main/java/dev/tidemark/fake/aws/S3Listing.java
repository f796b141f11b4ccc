// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.fake.aws.FakeObjects.FakeObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A page of a bucket's objects; those with a delimiter behind the prefix show as one folder. */
final class S3Listing {
  private static final int MOST = 1_000;

  /** Sorts behind whatever a folder holds. */
  private static final String END = "\uffff";

  private final Wire wire;
  private final String prefix;
  private final String delimiter;
  private final int most;
  private final List<FakeObject> objects = new ArrayList<>();
  private final Set<String> folders = new TreeSet<>();
  private String place;

  private S3Listing(Wire wire) {
    this.wire = wire;
    this.prefix = wire.given("prefix").orElse("");
    this.delimiter = wire.given("delimiter").orElse("");
    this.most = Math.min(MOST, wire.given("max-keys").map(Integer::parseInt).orElse(MOST));
    String after = wire.given("continuation-token").or(() -> wire.given("start-after")).orElse("");
    this.place = after.compareTo(prefix) < 0 ? prefix : after;
  }

  static Answer of(FakeBucket bucket, Wire wire) {
    S3Listing listing = new S3Listing(wire);
    if (!listing.prefix.isEmpty() && listing.place.equals(listing.prefix)) {
      listing.first(bucket.objects());
    }
    boolean isTruncated = listing.read(bucket.objects());
    return Answer.xml(listing.xml(bucket, isTruncated));
  }

  /** An object may be named by the prefix itself. */
  private void first(FakeObjects all) {
    all.after("", 1).stream().filter(it -> it.key().equals(prefix)).forEach(objects::add);
  }

  /** Whether there is more. */
  private boolean read(FakeObjects all) {
    boolean isOver = false;
    while (!isOver && objects.size() + folders.size() <= most) {
      List<FakeObject> some = all.after(place, delimiter.isEmpty() ? most + 1 : 1);
      isOver = some.isEmpty();
      for (FakeObject object : some) {
        isOver |= !object.key().startsWith(prefix);
        if (!isOver) {
          add(object);
        }
      }
      isOver |= delimiter.isEmpty();
    }
    return objects.size() + folders.size() > most;
  }

  private void add(FakeObject object) {
    int end = delimiter.isEmpty() ? -1 : object.key().indexOf(delimiter, prefix.length());
    if (end < 0) {
      objects.add(object);
      place = object.key();
    } else {
      String folder = object.key().substring(0, end + delimiter.length());
      folders.add(folder);
      place = folder + END;
    }
  }

  private String xml(FakeBucket bucket, boolean isTruncated) {
    List<FakeObject> page = objects.subList(0, Math.min(most, objects.size()));
    Xml xml = new Xml().open("ListBucketResult", S3Service.NAMESPACE).text("Name", bucket.name());
    xml.text("KeyCount", page.size() + folders.size()).text("MaxKeys", most);
    xml.text("IsTruncated", isTruncated);
    boolean isEncoded = wire.query().containsKey("encoding-type");
    if (isEncoded) {
      xml.text("EncodingType", "url");
    }
    page.forEach(object -> write(object, isEncoded, xml));
    folders.forEach(it -> folder(it, isEncoded, xml));
    String last = last(page);
    if (isTruncated && last != null) {
      xml.text("NextContinuationToken", last);
    }
    return xml.close("ListBucketResult").toString();
  }

  private static @Nullable String last(List<FakeObject> page) {
    return page.isEmpty() ? null : page.get(page.size() - 1).key();
  }

  private static void write(FakeObject object, boolean isEncoded, Xml xml) {
    xml.open("Contents").text("Key", key(object.key(), isEncoded));
    xml.text("LastModified", object.modified()).text("Size", object.size());
    xml.text("StorageClass", "STANDARD").close("Contents");
  }

  private static void folder(String name, boolean isEncoded, Xml xml) {
    xml.open("CommonPrefixes").text("Prefix", key(name, isEncoded)).close("CommonPrefixes");
  }

  private static String key(String key, boolean isEncoded) {
    return isEncoded ? URLEncoder.encode(key, StandardCharsets.UTF_8) : key;
  }
}
