// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import java.util.Optional;

/** The counters that tell whether an asset is in use, each with the fact that says so. */
enum Activity {
  READ("tidemark.data.asset.read", "read.day"),
  WRITE("tidemark.data.asset.write", "write.day");

  private final String metric;
  private final String fact;

  Activity(String metric, String fact) {
    this.metric = metric;
    this.fact = fact;
  }

  /** The fact that holds the day it was last seen to move. */
  String fact() {
    return fact;
  }

  static Optional<Activity> of(String metric) {
    for (Activity activity : values()) {
      if (activity.metric.equals(metric)) {
        return Optional.of(activity);
      }
    }
    return Optional.empty();
  }
}
