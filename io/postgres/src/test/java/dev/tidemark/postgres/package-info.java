// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests against a real server. */
@NullMarked
package dev.tidemark.postgres;

import org.jspecify.annotations.NullMarked;
