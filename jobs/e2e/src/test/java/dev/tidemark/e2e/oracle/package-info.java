// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What an installation must know, computed afterwards from a source's journal by a plain, slow
 * program that shares nothing with what it judges.
 */
@NullMarked
package dev.tidemark.e2e.oracle;

import org.jspecify.annotations.NullMarked;
