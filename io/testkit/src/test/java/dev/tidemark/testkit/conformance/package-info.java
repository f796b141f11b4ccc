// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** The kit held to itself. */
@NullMarked
package dev.tidemark.testkit.conformance;

import org.jspecify.annotations.NullMarked;
