// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Trying a connector before it is relied on: what it says of itself, and what reading it once
 * brings.
 */
@NullMarked
package dev.tidemark.authoring.trial;

import org.jspecify.annotations.NullMarked;
