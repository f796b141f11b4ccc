// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What S3 Inventory says of one delivery, read as a stream: it may name ten thousand files.
 *
 * @param source the bucket that was counted
 * @param taken when the count began
 * @param format such as CSV
 * @param schema the columns of the files, with commas between
 * @param total how many files there are
 * @param files those that were asked for
 */
record Manifest(
    String source, Instant taken, String format, String schema, int total, List<Entry> files) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Files beyond are named when their turn comes. */
  private static final int MOST = 100;

  /**
   * A file.
   *
   * @param md5 of the file as it lies there, in hexadecimal digits; null where nothing says so
   */
  record Entry(String key, @Nullable String md5) {}

  /**
   * Reads a manifest.
   *
   * @param from how many files to leave out
   */
  static Manifest read(InputStream body, int from) throws IOException {
    try (JsonParser json = JSON.createParser(body)) {
      Draft draft = new Draft(from);
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        draft.read(name, json);
      }
      return draft.manifest();
    }
  }

  /** Refuses what is not of that bucket, or cannot be counted. */
  void verify(String bucket) {
    if (!source.equals(bucket)) {
      throw ConnectorException.of(
          Category.DATA, "a manifest for s3://" + bucket + " is of " + source + ": not counted");
    }
    if (!format.equals("CSV")) {
      throw ConnectorException.of(
          Category.UNSUPPORTED,
          "the inventory of s3://" + bucket + " is " + format + ": let S3 deliver it as CSV");
    }
    if (!columns().areEnough()) {
      throw ConnectorException.of(
          Category.UNSUPPORTED,
          "the inventory of s3://" + bucket + " lacks size or date of last change: add them");
    }
  }

  /** What stands in the files. */
  InventoryColumns columns() {
    return InventoryColumns.of(schema);
  }

  private static final class Draft {
    private final int from;
    private final List<Entry> files = new ArrayList<>();
    private String source = "";
    private String format = "";
    private String schema = "";
    private String taken = "";
    private int total;

    Draft(int from) {
      this.from = from;
    }

    void read(String name, JsonParser json) throws IOException {
      switch (name) {
        case "sourceBucket" -> source = json.getText();
        case "fileFormat" -> format = json.getText();
        case "fileSchema" -> schema = json.getText();
        case "creationTimestamp" -> taken = json.getText();
        case "files" -> files(json);
        default -> json.skipChildren();
      }
    }

    private void files(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        Entry entry = entry(json);
        if (total >= from && files.size() < MOST) {
          files.add(entry);
        }
        total++;
      }
    }

    private static Entry entry(JsonParser json) throws IOException {
      String key = "";
      String md5 = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "key" -> key = json.getText();
          case "MD5checksum" -> md5 = json.getText();
          default -> json.skipChildren();
        }
      }
      return new Entry(key, md5);
    }

    Manifest manifest() {
      return new Manifest(source, time(), format, schema, total, List.copyOf(files));
    }

    private Instant time() {
      try {
        return Instant.ofEpochMilli(Long.parseLong(taken));
      } catch (NumberFormatException unusable) {
        throw ConnectorException.of(
            Category.DATA, "a manifest does not say when it was made: it is read again");
      }
    }
  }
}
