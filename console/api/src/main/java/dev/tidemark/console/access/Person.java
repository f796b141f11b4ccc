// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses the console.
 *
 * @param everywhere the role in every organisation; null for those given one by one
 */
public record Person(UUID id, String name, @Nullable Role everywhere) {}
