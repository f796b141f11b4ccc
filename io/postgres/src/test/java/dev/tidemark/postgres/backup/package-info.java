// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.tidemark.postgres.backup;

import org.jspecify.annotations.NullMarked;
