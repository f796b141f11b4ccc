// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A Snowflake account in this process: the protocol of the vendor's drivers over HTTP, statements
 * answered by an SQL engine over views shaped as the vendor documents them.
 */
@NullMarked
package dev.tidemark.fake.snowflake;

import org.jspecify.annotations.NullMarked;
