// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.beam.FoldedPageCoder;
import dev.tidemark.beam.PageCoder;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.window.Attributes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.util.CoderUtils;

/**
 * Prints how many JSON records one CPU-second folds: parsed, normalised, held to the catalogue and
 * added up, in pages of 1,000. A measurement, not a test: run its {@code main}.
 */
public final class FoldingSpeed {
  private static final int RECORDS = 1_000;
  private static final int PAGES = 64;
  private static final JsonFactory JSON = new JsonFactory();
  private static final Attributes SUCCESS = Attributes.of("outcome", "success");
  private static final Attributes FAILURE = Attributes.of("outcome", "failure");

  private FoldingSpeed() {}

  public static void main(String[] arguments) throws IOException {
    List<Page> pages = pages();
    System.out.printf(
        "page %,d bytes, folded %,d bytes%n",
        CoderUtils.encodeToByteArray(PageCoder.of(), pages.get(0)).length,
        CoderUtils.encodeToByteArray(
                FoldedPageCoder.of(), new ScriptedFolder().folder.fold(pages.get(0)).page())
            .length);
    for (int round = 0; round < 5; round++) {
      System.out.printf("parse only      %,12.0f records per CPU-second%n", parsed(pages));
      System.out.printf("parse and fold  %,12.0f records per CPU-second%n", folded(pages));
    }
  }

  private static final class ScriptedFolder {
    private final ScriptedType type = new ScriptedType();
    private final PageFolder folder = type.reading(FoldingSpeed::event).folder();
  }

  private static double folded(List<Page> pages) {
    PageFolder folder = new ScriptedFolder().folder;
    long windows = 0;
    long start = cpu();
    for (int repeat = 0; repeat < 16; repeat++) {
      for (Page page : pages) {
        windows += folder.fold(page).page().settled().size();
      }
    }
    return rate(start, pages, windows);
  }

  private static double parsed(List<Page> pages) {
    long total = 0;
    long start = cpu();
    for (int repeat = 0; repeat < 16; repeat++) {
      for (Page page : pages) {
        for (Change change : page.changes()) {
          total += event(change).end().getEpochSecond();
        }
      }
    }
    return rate(start, pages, total);
  }

  private static double rate(long start, List<Page> pages, long blackHole) {
    double seconds = (cpu() - start) / 1e9;
    if (blackHole == 0) {
      throw new IllegalStateException("nothing was done");
    }
    return 16d * pages.size() * RECORDS / seconds;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Page> pages() {
    Reader reader = Reader.of("speed");
    Random random = new Random(1);
    List<Page> pages = new ArrayList<>();
    for (int page = 0; page < PAGES; page++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        changes.add(Change.upsert("k" + i, Bytes.utf8(json(random))));
      }
      pages.add(reader.pass(changes));
    }
    return pages;
  }

  private static String json(Random random) {
    return "{\"id\":\"%08x\",\"at\":%d,\"outcome\":\"%s\",\"seconds\":%.3f,\"user\":\"u%d\"}"
        .formatted(
            random.nextInt(),
            Reader.NOON.getEpochSecond() - random.nextInt(86_400),
            random.nextInt(10) == 0 ? "failure" : "success",
            random.nextDouble() * 100,
            random.nextInt(500));
  }

  private static MetricEvent event(Change change) {
    try (JsonParser parser = JSON.createParser(change.payload().array())) {
      long at = 0;
      boolean success = false;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
          at = parser.getLongValue();
        } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
          success |= parser.getText().equals("success");
        }
      }
      return event(Instant.ofEpochSecond(at), success ? SUCCESS : FAILURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MetricEvent event(Instant at, Attributes attributes) {
    return new MetricEvent(
        "tidemark.data.pipeline.run",
        Temporality.DELTA,
        "{run}",
        new MetricValue.Quantity(1),
        null,
        attributes,
        at,
        at,
        0,
        null);
  }
}
