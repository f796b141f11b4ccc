// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What lies in deploy: held to the schemas of those who read it, and to what Tidemark really does.
 */
@NullMarked
package dev.tidemark.e2e.deploy;

import org.jspecify.annotations.NullMarked;
