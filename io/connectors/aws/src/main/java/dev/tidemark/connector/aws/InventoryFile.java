// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of an inventory while it is read: unpacked, taken apart and added up row by row, and
 * compared with the checksum its manifest has of it. For one thread.
 */
final class InventoryFile {
  private static final int BUFFER = 1 << 16;

  /** As often as it is looked whether somebody still waits. */
  private static final int ROWS_OF_A_LOOK = 4_096;

  private static final ObjectReader ROWS =
      CsvMapper.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build()
          .readerFor(String[].class);

  private final InventoryColumns columns;
  private final @Nullable String checksum;
  private Sum sum = Sum.NOTHING;
  private long rows;

  InventoryFile(InventoryColumns columns, @Nullable String checksum) {
    this.columns = columns;
    this.checksum = checksum;
  }

  /** Rows read, those that stand for no object as well. */
  long rows() {
    return rows;
  }

  /**
   * Adds it up.
   *
   * @param body as it lies in S3
   * @throws ConnectorException of category DATA where it is broken
   */
  Sum read(InputStream body) throws IOException {
    DigestInputStream digested = new DigestInputStream(body, md5());
    try (InputStream plain = new GZIPInputStream(digested, BUFFER);
        MappingIterator<String[]> lines =
            ROWS.readValues(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      while (lines.hasNextValue()) {
        add(lines.nextValue());
      }
      digested.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException broken) {
      throw broken("is no gzip behind row " + rows, broken);
    } catch (JacksonException broken) {
      throw cut(broken);
    }
    verify(digested.getMessageDigest());
    return sum;
  }

  /** Whoever takes rows apart may also be the one who says that reading them broke off. */
  private IOException cut(JacksonException failure) {
    if (failure.getCause() instanceof IOException cause && !(cause instanceof ZipException)) {
      return cause;
    }
    throw broken("cannot be understood behind row " + rows, failure);
  }

  private void add(String[] row) throws IOException {
    if (++rows % ROWS_OF_A_LOOK == 0 && Thread.currentThread().isInterrupted()) {
      throw new IOException("nobody waits any more");
    }
    try {
      sum = columns.add(row, sum);
    } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException unusable) {
      throw broken("is not what its manifest says in row " + rows, unusable);
    }
  }

  private void verify(MessageDigest digest) {
    if (checksum != null && !checksum.equalsIgnoreCase(HexFormat.of().formatHex(digest.digest()))) {
      throw broken("does not have the checksum of its manifest", new IOException());
    }
  }

  /** The cause is kept by its kind only: it may quote what lies in the file. */
  private static ConnectorException broken(String how, Exception cause) {
    return ConnectorException.of(
        Category.DATA,
        "a file of an inventory " + how + ": it is read again",
        new IllegalStateException(cause.getClass().getSimpleName()));
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
