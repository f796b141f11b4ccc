// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;

/** The instance that may read a stream now. */
public record LeaseHolder(Lease lease, PipelineJob job) {}
