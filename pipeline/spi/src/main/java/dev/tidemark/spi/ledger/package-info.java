// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The ledger interface: what the pipeline asks of the database that is its only truth. */
@NullMarked
package dev.tidemark.spi.ledger;

import org.jspecify.annotations.NullMarked;
