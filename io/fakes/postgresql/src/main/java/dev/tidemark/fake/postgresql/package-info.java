// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A PostgreSQL account on a real server: databases and roles made with SQL, reached over a wire
 * that can be cut.
 */
@NullMarked
package dev.tidemark.fake.postgresql;

import org.jspecify.annotations.NullMarked;
