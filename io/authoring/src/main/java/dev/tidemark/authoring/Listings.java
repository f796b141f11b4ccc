// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The last few lists a source gave, so that the pages of one pass do not ask for them again. The
 * sources sort their answers as they please and their tokens expire; a list that is read whole and
 * sorted here can be gone on with after any key. Safe for use by several threads.
 */
public final class Listings {
  private static final int MOST = 8;

  private final Map<Name, List<?>> lists =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, List<?>> eldest) {
          return size() > MOST;
        }
      };

  /** Which list: of a stream, of a part of the account, of a pass. */
  public record Name(String stream, String part, Instant pass) {}

  /** Forgets the lists of a stream, whose pass has ended. */
  public void forget(String stream) {
    synchronized (lists) {
      lists.keySet().removeIf(name -> name.stream().equals(stream));
    }
  }

  /** The list of that name, read where it is not known. */
  @SuppressWarnings("unchecked")
  public <T> List<T> get(Name name, Supplier<List<T>> read) {
    synchronized (lists) {
      List<?> known = lists.get(name);
      if (known != null) {
        return (List<T>) known;
      }
    }
    List<T> list = read.get();
    synchronized (lists) {
      lists.put(name, list);
    }
    return list;
  }
}
