// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of running Flink, against a real cluster in this process. */
@NullMarked
package dev.tidemark.job.local;

import org.jspecify.annotations.NullMarked;
