// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The connector contract: what a connector author implements. Engine-free, found by ServiceLoader.
 */
@NullMarked
package dev.tidemark.spi;

import org.jspecify.annotations.NullMarked;
