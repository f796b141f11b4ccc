// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The console's server: a REST API over Tidemark's database. Sees the model, the connector contract
 * and the database, and no job.
 */
@NullMarked
package dev.tidemark.console;

import org.jspecify.annotations.NullMarked;
