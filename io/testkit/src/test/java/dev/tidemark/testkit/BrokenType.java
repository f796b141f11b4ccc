// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Settings;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The example connector with one thing broken. It lies where the example does, so that it has the
 * same golden records.
 *
 * @param described what it says of itself
 * @param opened what it does
 * @param normaliser what it makes of records
 */
public record BrokenType(
    UnaryOperator<Description> described,
    BiFunction<Connector, Settings, Connector> opened,
    Normaliser normaliser)
    implements ConnectorType {
  private static final ExampleConnectorType EXAMPLE = new ExampleConnectorType();

  /** Normalises as the example does, or not quite. */
  public interface Normaliser {
    void normalise(String stream, Change change, NormaliseContext context, EventSink sink);
  }

  public static BrokenType describing(UnaryOperator<Description> described) {
    return new BrokenType(described, (connector, settings) -> connector, EXAMPLE::normalise);
  }

  public static BrokenType opening(BiFunction<Connector, Settings, Connector> opened) {
    return new BrokenType(UnaryOperator.identity(), opened, EXAMPLE::normalise);
  }

  public static BrokenType normalising(Normaliser normaliser) {
    return new BrokenType(UnaryOperator.identity(), (connector, settings) -> connector, normaliser);
  }

  @Override
  public Description description() {
    return described.apply(EXAMPLE.description());
  }

  @Override
  public Connector open(Settings settings) {
    return opened.apply(EXAMPLE.open(settings), settings);
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    normaliser.normalise(stream, change, context, sink);
  }
}
