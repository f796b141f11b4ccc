// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Backups: one snapshot of all that is kept, in a file any PostgreSQL that Tidemark works with can
 * be filled from. The key that opens connection details is not in it.
 */
@NullMarked
package dev.tidemark.postgres.backup;

import org.jspecify.annotations.NullMarked;
