// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What fakes of platforms are made of: a server of HTTP in this process that authenticates, pages,
 * throttles and fails the way services do, and remembers what it was asked.
 */
@NullMarked
package dev.tidemark.testkit.fake;

import org.jspecify.annotations.NullMarked;
