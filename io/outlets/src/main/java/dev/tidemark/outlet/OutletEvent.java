// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.OrganisationId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that was committed, as it is told. Events of an organisation are told in the order of
 * their positions, each at least once and always under the same id.
 *
 * @param position grows with each event, with gaps
 * @param id the same for the same event, whoever tells it and how often
 * @param subject what it is about, such as a model or a connector and its stream
 * @param at when it happened, not when it is told
 * @param data what is told; not changed by anybody
 */
public record OutletEvent(
    long position,
    UUID id,
    OrganisationId organisation,
    EventType type,
    String subject,
    Instant at,
    ObjectNode data) {
  public OutletEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(data, "data");
  }
}
