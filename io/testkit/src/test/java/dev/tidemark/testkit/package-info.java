// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of the testkit. */
@NullMarked
package dev.tidemark.testkit;

import org.jspecify.annotations.NullMarked;
