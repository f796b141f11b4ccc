// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Settings and keys at rest: each is encrypted under a key of its own, which is wrapped with the
 * installation's key. The database never sees the latter.
 */
@NullMarked
package dev.tidemark.postgres.crypto;

import org.jspecify.annotations.NullMarked;
