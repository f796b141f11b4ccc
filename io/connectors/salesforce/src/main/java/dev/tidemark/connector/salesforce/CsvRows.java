// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of comma-separated values whose first line names the columns, one at a time. */
final class CsvRows {
  private static final ObjectReader READER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader());

  private CsvRows() {}

  /**
   * Hands over every row, by column.
   *
   * @throws ConnectorException of category DATA where it is no such text
   */
  static void each(InputStream body, String what, Consumer<Map<String, String>> sink)
      throws IOException {
    try (MappingIterator<Map<String, String>> rows = READER.readValues(body)) {
      while (rows.hasNextValue()) {
        sink.accept(rows.nextValue());
      }
    } catch (JsonProcessingException malformed) {
      throw ConnectorException.of(
          Category.DATA,
          what + " cannot be understood at line " + line(malformed) + ": it is read again",
          new IOException(malformed.getClass().getName()));
    }
  }

  private static int line(JsonProcessingException malformed) {
    return malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
  }
}
