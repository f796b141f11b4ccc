// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * For tests only: the ledger in memory as the reference of the exactness protocol, a clock moved by
 * hand, and a connector that plays a script.
 */
@NullMarked
package dev.tidemark.testkit;

import org.jspecify.annotations.NullMarked;
