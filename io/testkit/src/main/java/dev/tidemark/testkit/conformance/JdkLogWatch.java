// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import java.util.List;
import java.util.Queue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Takes what is logged through the JDK, in place of the handlers there are. */
final class JdkLogWatch extends Handler {
  private final Queue<String> lines;
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final Level levelBefore = root.getLevel();
  private final List<Handler> handlersBefore = List.of(root.getHandlers());

  JdkLogWatch(Queue<String> lines) {
    this.lines = lines;
    setLevel(Level.ALL);
  }

  void attach() {
    handlersBefore.forEach(root::removeHandler);
    root.addHandler(this);
    root.setLevel(Level.ALL);
  }

  void detach() {
    root.setLevel(levelBefore);
    root.removeHandler(this);
    handlersBefore.forEach(root::addHandler);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(formatter.format(record));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
