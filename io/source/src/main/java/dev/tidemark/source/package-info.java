// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Watches the registry of connectors and polls every stream without blocking a task thread. */
@NullMarked
package dev.tidemark.source;

import org.jspecify.annotations.NullMarked;
