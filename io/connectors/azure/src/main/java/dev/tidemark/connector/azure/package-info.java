// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Reads what Azure subscriptions say about their data, their pipelines, their models and costs. */
@NullMarked
package dev.tidemark.connector.azure;

import org.jspecify.annotations.NullMarked;
