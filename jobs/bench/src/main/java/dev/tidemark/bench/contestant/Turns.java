// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.Workload;
import java.io.Serializable;

/**
 * The order in which native jobs read: each of several tasks its own streams, one page of each in
 * turn, forward in time. Numbers run from 0; Flink gives each task an equal range of them.
 */
record Turns(Workload workload, int tasks) implements Serializable {
  Turns {
    if (workload.streams() % tasks != 0) {
      throw new IllegalArgumentException(
          workload.streams() + " streams cannot be shared equally by " + tasks + " tasks");
    }
  }

  long pages() {
    return (long) workload.streams() * workload.pages();
  }

  int stream(long turn) {
    return (int) (task(turn) * streams() + within(turn) % streams());
  }

  int page(long turn) {
    return (int) (within(turn) / streams());
  }

  private int streams() {
    return workload.streams() / tasks;
  }

  private long task(long turn) {
    return turn / (pages() / tasks);
  }

  private long within(long turn) {
    return turn % (pages() / tasks);
  }
}
