// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.released;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.testkit.ExampleConnectorType;

/** The example connector, beside whose class lies what an earlier release of it promised. */
final class ReleasedType implements ConnectorType {
  private final ExampleConnectorType example = new ExampleConnectorType();

  @Override
  public Description description() {
    return example.description();
  }

  @Override
  public Connector open(Settings settings) {
    return example.open(settings);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    example.normalise(stream, change, context, sink);
  }
}
