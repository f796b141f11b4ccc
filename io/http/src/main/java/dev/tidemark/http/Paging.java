// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.List;
import java.util.Optional;

/**
 * How a listing goes on from page to page. A place is a text that names where a page begins, fit
 * for a cursor; the empty one is the beginning. Pure functions.
 */
public interface Paging {
  /** The call for the page at a place. */
  Call at(Call first, String place);

  /** JSON pointers of what must be taken out of a page to find the next. */
  List<String> pointers();

  /**
   * The place of the next page; empty after the last.
   *
   * @param place where this page began
   * @param items how many records it had
   */
  Optional<String> next(String place, JsonAnswer page, int items);

  /** There is one page only. */
  static Paging none() {
    return new SinglePage();
  }

  /** The page holds the address of the next at a JSON pointer. */
  static Paging nextLink(String pointer) {
    return new NextLink(pointer);
  }

  /** The header Link holds the address of the next page, RFC 8288. */
  static Paging linkHeader() {
    return new LinkHeader();
  }

  /** The page holds a token at a JSON pointer, which the next call sends in its query. */
  static Paging token(String pointer, String parameter) {
    return new CursorToken(pointer, parameter);
  }

  /** The page holds a token at a JSON pointer, which the next call sends in its JSON object. */
  static Paging tokenInBody(String pointer, String field) {
    return new BodyToken(pointer, field);
  }

  /** Pages are numbered from a first number on; the first without records is the end. */
  static Paging numbers(String parameter, int first) {
    return new PageNumbers(parameter, first);
  }

  /** The call says how many records to pass over; the first page without records is the end. */
  static Paging offsets(String parameter) {
    return new Offsets(parameter);
  }
}
