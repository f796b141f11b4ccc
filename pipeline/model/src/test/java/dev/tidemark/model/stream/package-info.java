// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.tidemark.model.stream;

import org.jspecify.annotations.NullMarked;
