// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The connector type {@code databricks}: what a Databricks workspace, and the metastore behind it,
 * say about data, jobs, people, models and money.
 */
@NullMarked
package dev.tidemark.connector.databricks;

import org.jspecify.annotations.NullMarked;
