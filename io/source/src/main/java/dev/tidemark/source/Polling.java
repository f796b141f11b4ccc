// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.RejectedStore;
import dev.tidemark.spi.ledger.StreamLeases;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What every stream of a job in this JVM shares while it is polled.
 *
 * @param fetchDeadline how long a fetch may take where its connector type does not say
 */
record Polling(
    PipelineJob job,
    StreamLeases leases,
    RejectedStore rejected,
    RegistryView registry,
    OpenConnectors connectors,
    FetchPool pool,
    Reports reports,
    HeldLeases held,
    PageLimits limits,
    Duration fetchDeadline,
    InstantSource clock) {}
