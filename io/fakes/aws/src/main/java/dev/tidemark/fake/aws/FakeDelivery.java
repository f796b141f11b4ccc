// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * One delivery of an inventory: its files, its manifest and that one's checksum, named as the
 * vendor documents it.
 *
 * @param taken when the count began
 * @param count how many files there are
 * @param rows of each file, without line ends
 */
public record FakeDelivery(
    FakeInventory inventory,
    String source,
    Instant taken,
    int count,
    IntFunction<Stream<String>> rows) {
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

  /** A row: every cell in quotes, as the service writes them. */
  public static String row(Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.length() == 0 ? "\"" : ",\"").append(cell).append('"');
    }
    return row.toString();
  }

  /** What lies in the destination for it; files are made when they are asked for. */
  public SortedMap<String, Supplier<Bytes>> objects() {
    SortedMap<String, Supplier<Bytes>> objects = new TreeMap<>();
    String root = inventory.root(source);
    for (int number = 0; number < count; number++) {
      int file = number;
      objects.put(key(file), () -> file(file));
    }
    Supplier<Bytes> manifest = new Once(this::manifest);
    objects.put(root + FOLDER.format(taken) + "/manifest.json", manifest);
    objects.put(
        root + FOLDER.format(taken) + "/manifest.checksum", () -> Bytes.utf8(md5(manifest.get())));
    objects.put(root + "hive/dt=" + TABLE.format(taken) + "/symlink.txt", Bytes::empty);
    return objects;
  }

  private String key(int file) {
    return "%sdata/%d-%06d.csv.gz".formatted(inventory.root(source), taken.getEpochSecond(), file);
  }

  private Bytes manifest() {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("sourceBucket", source);
    manifest.put("destinationBucket", "arn:aws:s3:::" + inventory.destination());
    manifest.put("version", "2016-11-30");
    manifest.put("creationTimestamp", Long.toString(taken.toEpochMilli()));
    manifest.put("fileFormat", inventory.format()).put("fileSchema", inventory.schema());
    ArrayNode files = manifest.putArray("files");
    for (int number = 0; number < count; number++) {
      Bytes file = file(number);
      files
          .addObject()
          .put("key", key(number))
          .put("size", file.length())
          .put("MD5checksum", md5(file));
    }
    return Bytes.utf8(manifest.toString());
  }

  private Bytes file(int number) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream file = new Quick(packed);
        Stream<String> lines = rows.apply(number)) {
      for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
        file.write((line.next() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.wrap(packed.toByteArray());
  }

  private static String md5(Bytes body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.array()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Quick extends GZIPOutputStream {
    Quick(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** The manifest takes every file to be made: it is kept. */
  private static final class Once implements Supplier<Bytes> {
    private final Supplier<Bytes> maker;
    private Bytes made = Bytes.empty();

    Once(Supplier<Bytes> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized Bytes get() {
      if (made.isEmpty()) {
        made = maker.get();
      }
      return made;
    }
  }
}
