// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A PostgreSQL server of one's own, kept in a data directory: what {@code tidemark up} stores into
 * when no other database is named, and what every test that needs a database runs against.
 *
 * <p>{@link dev.tidemark.embedded.EmbeddedServer} starts it, finds it again after its starter was
 * killed, and stops it when the last process using it closes. {@link
 * dev.tidemark.embedded.TestServer} is the one server a test process shares. Nothing here knows
 * Tidemark's schema.
 */
@NullMarked
package dev.tidemark.embedded;

import org.jspecify.annotations.NullMarked;
