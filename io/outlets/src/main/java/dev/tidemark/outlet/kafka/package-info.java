// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Events and windows as records of a Kafka topic. */
@NullMarked
package dev.tidemark.outlet.kafka;

import org.jspecify.annotations.NullMarked;
