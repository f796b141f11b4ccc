// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** A Databricks workspace in this process, as its vendor documents it. */
@NullMarked
package dev.tidemark.fake.databricks;

import org.jspecify.annotations.NullMarked;
