// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import java.time.Instant;

/**
 * A blob.
 *
 * @param name without characters XML writes otherwise
 */
record StoredBlob(String name, long bytes, Instant modified) {}
