// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.testkit.ExampleStage;
import dev.tidemark.testkit.stage.Scenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** An account that plays nothing. */
record SilentStage(ExampleStage stage, Stage.Kind kind) implements Stage {
  SilentStage(ExampleStage stage) {
    this(stage, Stage.Kind.FAKE);
  }

  SilentStage live() {
    return new SilentStage(stage, Stage.Kind.LIVE);
  }

  @Override
  public Map<String, Object> settings() {
    return stage.settings();
  }

  @Override
  public InstantSource clock() {
    return stage.clock();
  }

  @Override
  public <S extends Scenes> Optional<S> scenes(Class<S> kind) {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
