// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

@NullMarked
package dev.tidemark.outlet.kafka;

import org.jspecify.annotations.NullMarked;
