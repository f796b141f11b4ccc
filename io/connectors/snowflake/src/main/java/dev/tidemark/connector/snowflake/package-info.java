// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Reads what a Snowflake account says about itself, through the vendor's JDBC driver. */
@NullMarked
package dev.tidemark.connector.snowflake;

import org.jspecify.annotations.NullMarked;
