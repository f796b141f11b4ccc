// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import java.lang.management.ManagementFactory;

/** How many threads want the processors of this machine, on average of the last minute. */
final class Load {
  private Load() {}

  static double now() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
