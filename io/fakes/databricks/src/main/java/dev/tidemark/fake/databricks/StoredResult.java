// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.model.Bytes;
import dev.tidemark.testkit.fake.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A result as the vendor's storage keeps it: chunks of rows, compressed, each under a signature of
 * its own. Filled by one thread, read by several.
 */
final class StoredResult {
  private final List<Column> columns = new ArrayList<>();
  private final List<Chunk> chunks = new ArrayList<>();
  private ArrayNode rows = Answer.JSON.createArrayNode();
  private long total;

  /**
   * A column.
   *
   * @param type as the vendor words it
   */
  record Column(String name, String type) {
    boolean isNumber() {
      return type.equals("LONG") || type.equals("DECIMAL");
    }
  }

  /**
   * A chunk.
   *
   * @param signature without which it is not handed out
   */
  record Chunk(long offset, int rows, Bytes compressed, String signature) {}

  void column(String name, String type) {
    columns.add(new Column(name, type));
  }

  /** Adds a row, and cuts off a chunk where one is full. */
  void row(List<@Nullable String> cells, int chunkRows) {
    ArrayNode row = rows.addArray();
    cells.forEach(row::add);
    total++;
    if (rows.size() >= chunkRows) {
      cut();
    }
  }

  /** Closes the last chunk. */
  void end() {
    if (!rows.isEmpty()) {
      cut();
    }
  }

  List<Column> columns() {
    return columns;
  }

  List<Chunk> chunks() {
    return chunks;
  }

  long total() {
    return total;
  }

  /** A chunk as it is downloaded. */
  static String text(Chunk chunk) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(chunk.compressed().array()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void cut() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    chunks.add(
        new Chunk(
            total - rows.size(),
            rows.size(),
            Bytes.wrap(bytes.toByteArray()),
            UUID.randomUUID().toString()));
    rows = Answer.JSON.createArrayNode();
  }
}
