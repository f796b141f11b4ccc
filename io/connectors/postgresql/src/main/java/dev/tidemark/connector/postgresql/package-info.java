// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads what a PostgreSQL server says about itself: catalogs and statistics, never data.
 *
 * <p>A stream is a class that names its SQL and turns its rows into metric events. The server
 * renders each row as JSON; what reaches a page holds role numbers and counts, no role name and no
 * query text.
 */
@NullMarked
package dev.tidemark.connector.postgresql;

import org.jspecify.annotations.NullMarked;
