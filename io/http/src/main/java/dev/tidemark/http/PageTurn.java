// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.List;

/** From one page to the next, with what no page may ask for. */
record PageTurn(Origin origin, Paging paging) {
  /** The place of the next page; empty after the last. */
  String next(String place, JsonAnswer page, List<?> items) {
    String next = paging.next(place, page, items.size()).orElse("");
    if (!next.isEmpty() && next.equals(place)) {
      throw refused(page, "a next page that is the page itself");
    }
    if (isLink() && !next.isEmpty() && leavesHost(page, next)) {
      throw refused(page, "a next page on another host, which is not followed");
    }
    return next;
  }

  /** A link on the host of its page is a path; the page itself may have come from elsewhere. */
  private boolean leavesHost(JsonAnswer page, String link) {
    return !link.startsWith("/") || !Origin.of(page.head().from()).equals(origin);
  }

  private boolean isLink() {
    return paging instanceof NextLink || paging instanceof LinkHeader;
  }

  private static ConnectorException refused(JsonAnswer page, String what) {
    return ConnectorException.of(Category.DATA, Labels.of(page.head().from()) + " names " + what);
  }
}
