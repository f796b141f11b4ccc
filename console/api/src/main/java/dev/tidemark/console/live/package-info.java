// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What is told to pages as it happens: how scores, connectors and streams change. */
@NullMarked
package dev.tidemark.console.live;

import org.jspecify.annotations.NullMarked;
