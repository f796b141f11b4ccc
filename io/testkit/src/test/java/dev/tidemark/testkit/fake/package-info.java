// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What the parts of fakes do, asked over real connections. */
@NullMarked
package dev.tidemark.testkit.fake;

import org.jspecify.annotations.NullMarked;
