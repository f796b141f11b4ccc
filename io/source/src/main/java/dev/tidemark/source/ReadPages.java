// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What reading the streams of one connector without a database takes along.
 *
 * @param interval null for each stream's own
 */
record ReadPages(RuntimeKey key, String type, @Nullable Duration interval, PseudonymKey pseudonyms)
    implements Serializable {
  private static final OrganisationId NOBODY = new OrganisationId(new UUID(0, 0));

  Assignment assignment(String stream) {
    StreamId id = new StreamId(NOBODY, new ConnectorId(key.job()), stream);
    Duration own = ConnectorTypes.require(type).description().stream(stream).interval();
    return new Assignment(id, type, SettingsRegistry.VERSION, interval == null ? own : interval);
  }
}
