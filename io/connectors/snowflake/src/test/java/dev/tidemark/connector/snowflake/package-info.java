// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of the Snowflake connector. */
@NullMarked
package dev.tidemark.connector.snowflake;

import org.jspecify.annotations.NullMarked;
