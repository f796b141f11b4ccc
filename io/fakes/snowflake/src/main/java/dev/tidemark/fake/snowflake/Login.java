// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import org.jspecify.annotations.Nullable;

/**
 * A session.
 *
 * @param warehouse null where the account has none of the name asked for
 */
record Login(String token, String master, String role, @Nullable String warehouse) {}
