// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Reads what a PostgreSQL server says about itself: catalogs, statistics, permissions. */
@NullMarked
package dev.tidemark.connector.postgresql;

import org.jspecify.annotations.NullMarked;
