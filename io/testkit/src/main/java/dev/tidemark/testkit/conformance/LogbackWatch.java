// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.slf4j.LoggerFactory;

/** Takes what is logged through Logback, in place of the appenders there are. */
final class LogbackWatch extends AppenderBase<ILoggingEvent> {
  private final Queue<String> lines;
  private final Logger root;
  private final List<Appender<ILoggingEvent>> appendersBefore = new ArrayList<>();
  private final Map<Logger, Level> levelsBefore = new HashMap<>();

  LogbackWatch(Queue<String> lines) {
    if (!(LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger logger)) {
      throw new IllegalStateException("logs can only be watched with Logback on the class path");
    }
    this.lines = lines;
    this.root = logger;
  }

  void attach() {
    setContext(root.getLoggerContext());
    start();
    root.iteratorForAppenders().forEachRemaining(appendersBefore::add);
    appendersBefore.forEach(root::detachAppender);
    root.addAppender(this);
    root.getLoggerContext().getLoggerList().forEach(this::listen);
  }

  void detach() {
    levelsBefore.forEach(Logger::setLevel);
    root.detachAppender(this);
    appendersBefore.forEach(root::addAppender);
    stop();
  }

  /** A level of its own would hide what is below it; the root needs one. */
  private void listen(Logger logger) {
    if (logger.getLevel() != null) {
      levelsBefore.put(logger, logger.getLevel());
      logger.setLevel(Objects.equals(logger, root) ? Level.TRACE : null);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    lines.add(event.getLoggerName() + ": " + event.getFormattedMessage() + thrown);
  }
}
