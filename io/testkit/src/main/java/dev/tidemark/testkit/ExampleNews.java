// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.testkit.stage.HintScenes;
import java.util.Map;
import java.util.function.Supplier;

/** A scripted account that says its news by itself. */
record ExampleNews(ExampleAccount account, Supplier<Map<String, Object>> settings)
    implements HintScenes {
  @Override
  public Map<String, Object> begin() {
    account.hints().offer("events");
    return settings.get();
  }

  @Override
  public void tell(String stream) {
    account.hints().tell(stream);
  }

  @Override
  public void fail() {
    account.hints().failNext(Integer.MAX_VALUE);
  }

  @Override
  public void mend() {
    account.hints().failNext(0);
  }
}
