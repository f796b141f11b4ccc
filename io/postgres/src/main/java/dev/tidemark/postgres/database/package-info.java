// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reaching a PostgreSQL database: where it is, who asks, transactions that are tried again, rows in
 * bulk. Knows nothing of what is stored.
 */
@NullMarked
package dev.tidemark.postgres.database;

import org.jspecify.annotations.NullMarked;
