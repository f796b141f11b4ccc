// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Hints;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Listens, in the pool, to connectors whose platform says by itself when it has news. Only the
 * background thread looks; what is heard goes to the streams on threads of the pool.
 */
final class HintWatch {
  private final FetchPool pool;
  private final InstantSource clock;
  private Map<Hints, Listening> listening = new HashMap<>();

  HintWatch(FetchPool pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Begins to listen where nobody does and somebody may; never blocks. */
  void look(Collection<PolledStream> streams) {
    Map<Hints, List<PolledStream>> concerned = new HashMap<>();
    for (PolledStream stream : streams) {
      stream
          .hints()
          .ifPresent(it -> concerned.computeIfAbsent(it, key -> new ArrayList<>()).add(stream));
    }
    Map<Hints, Listening> now = new HashMap<>();
    concerned.forEach((hints, its) -> now.put(hints, listeningTo(hints, its)));
    listening = now;
  }

  private Listening listeningTo(Hints hints, List<PolledStream> streams) {
    Listening known = listening.get(hints);
    Listening it = known == null ? new Listening(hints, clock) : known;
    it.advance(streams, pool);
    return it;
  }
}
