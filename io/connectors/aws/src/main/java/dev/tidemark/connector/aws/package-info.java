// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The connector type {@code aws}: what an account of Amazon Web Services says about its data, its
 * pipelines and its models.
 */
@NullMarked
package dev.tidemark.connector.aws;

import org.jspecify.annotations.NullMarked;
