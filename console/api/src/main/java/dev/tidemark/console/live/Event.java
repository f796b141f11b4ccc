// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

/**
 * Something a page is told.
 *
 * @param id what a page goes on after when it was interrupted
 * @param data JSON in one line
 */
public record Event(String id, String name, String data) {
  /** As server-sent events are written. */
  public String text() {
    return "id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n";
  }
}
