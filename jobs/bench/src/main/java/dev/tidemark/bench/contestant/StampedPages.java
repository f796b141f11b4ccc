// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.Place;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Fetched;
import dev.tidemark.window.PageFolder;
import dev.tidemark.window.Pseudonyms;
import java.time.Instant;
import java.util.Map;

/**
 * Reads pages, stamps them as our reader does and folds them with our code: for contestants that
 * are to do the same without our engine. Not safe for use by several threads.
 */
final class StampedPages {
  private static final int KEY_BYTES = 32;

  private final Streams streams;
  private final Fetching fetching = new Fetching();
  private final PageFolder folder =
      new PageFolder(
          Map.of(BenchConnectorType.TYPE, new BenchConnectorType()),
          // No record names a person, so no key is needed; asking for one is part of every page.
          new Pseudonyms(organisation -> new byte[KEY_BYTES]));

  StampedPages(Streams streams) {
    this.streams = streams;
  }

  FoldedPage folded(int stream, int page) throws InterruptedException {
    return folder.fold(page(stream, page)).page();
  }

  private Page page(int stream, int page) throws InterruptedException {
    Fetched fetched = fetching.page(stream, page);
    return new Page(
        streams.id(stream),
        BenchConnectorType.TYPE,
        BenchConnectorType.stratum(stream),
        stamp(stream, page, fetched),
        fetched.changes(),
        null,
        null,
        Instant.now(),
        fetched.volume());
  }

  private PageStamp stamp(int stream, int page, Fetched fetched) {
    return new PageStamp(
        streams.lease(stream),
        page + 1L,
        ReadPosition.at(Place.cursor(page)),
        fetched.next(),
        PassStep.of(page == 0, !fetched.more()));
  }
}
