// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.spi.NormaliseContext;

/** What records of a stream say in standard metrics: a pure function. */
@FunctionalInterface
interface Events {
  void normalise(Facts record, NormaliseContext context, Emitter emitter);
}
