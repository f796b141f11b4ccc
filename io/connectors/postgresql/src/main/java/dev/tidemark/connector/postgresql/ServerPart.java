// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.SourceStream;

/** One thing the connector reads. Stateless. */
interface ServerPart extends SourceStream<Visit> {
  @Override
  default String cursor() {
    return "key of the last record; keys ascend by bytes and are unique";
  }
}
