// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.Messages;
import dev.tidemark.job.health.HealthServer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Health and metrics while a job is watched, where they are wanted.
 *
 * @param server nothing where they are not
 */
record Serving(Optional<HealthServer> server) implements AutoCloseable {

  static Serving on(OptionalInt port, VitalSigns vitals) {
    return new Serving(
        port.isPresent()
            ? Optional.of(HealthServer.start(port.getAsInt(), vitals))
            : Optional.empty());
  }

  /** Says where. */
  void announce(Messages messages) {
    server.ifPresent(it -> messages.note("health and metrics on http://127.0.0.1:" + it.port()));
  }

  @Override
  public void close() {
    server.ifPresent(HealthServer::close);
  }
}
