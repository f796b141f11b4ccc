// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.workload.PageFile;
import dev.tidemark.bench.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages as a server sends them, made beforehand: an object with the records and, but for the
 * last page, where the next one is.
 */
final class PageText {
  static final String RECORDS = "records";
  static final String NEXT = "next";

  private final Workload workload;
  private final List<List<byte[]>> variants = new ArrayList<>();

  PageText(Workload workload, PageFile pages) {
    this.workload = workload;
    for (int variant = 0; variant < workload.variants(); variant++) {
      List<byte[]> texts = new ArrayList<>();
      for (int page = 0; page < workload.pages(); page++) {
        texts.add(text(pages, variant, page));
      }
      variants.add(texts);
    }
  }

  private byte[] text(PageFile pages, int variant, int page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "{\"" + RECORDS + "\":[");
    for (int number = 0; number < workload.records(); number++) {
      write(out, number == 0 ? "" : ",");
      out.writeBytes(pages.record(variant, page, number));
    }
    boolean last = page + 1 == workload.pages();
    write(out, last ? "]}" : "],\"" + NEXT + "\":\"" + (page + 1) + "\"}");
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A page; nothing and the same place again where it is not there yet or never will be. */
  byte[] page(int stream, int page, int shown) {
    return page < shown
        ? variants.get(stream % workload.variants()).get(page)
        : ("{\"" + RECORDS + "\":[]}").getBytes(StandardCharsets.US_ASCII);
  }
}
