// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Migrations, the ledger, and the transforms that write to PostgreSQL. */
@NullMarked
package dev.tidemark.postgres;

import org.jspecify.annotations.NullMarked;
