// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Calls;
import dev.tidemark.spi.Hints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Hears of changed objects from a queue that is there for this connector alone: what was understood
 * is deleted, what was not stays where it is. Nothing of a message is kept.
 */
final class QueueHints implements Hints {
  /** The vendor's bound for an answer, and for how long one is waited for. */
  private static final int MOST_OF_AN_ANSWER = 10;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** What has piled up is taken by and by, so that nobody waits long for the first word. */
  private static final int MOST_ANSWERS = 50;

  private static final Logger LOG = LoggerFactory.getLogger(QueueHints.class);

  private final EventQueue queue;
  private final Platform platform;
  private final Calls calls;
  private final AtomicBoolean foreign = new AtomicBoolean();

  QueueHints(EventQueue queue, Platform platform, Calls calls) {
    this.queue = queue;
    this.platform = platform;
    this.calls = calls;
  }

  @Override
  public Set<String> streams() {
    return Set.of(ObjectsStream.NAME);
  }

  @Override
  public Set<String> await(Duration longest) {
    return calls.run(() -> taken(longest)) ? streams() : Set.of();
  }

  /** Whether word of a listed bucket was among what was taken. */
  private boolean taken(Duration longest) {
    platform.account().verify();
    Session session = new Session(platform, Instant.now());
    boolean news = false;
    List<Message> messages = receive(session, waiting(longest));
    for (int answers = 1; !messages.isEmpty(); answers++) {
      news |= take(session, messages);
      messages = answers < MOST_ANSWERS ? receive(session, Duration.ZERO) : List.of();
    }
    return news;
  }

  /** An answer that is waited for longer than a request may take would look like none. */
  private Duration waiting(Duration longest) {
    Duration most = platform.account().timeout().dividedBy(2);
    Duration bounded = most.compareTo(LONGEST) < 0 ? most : LONGEST;
    return longest.compareTo(bounded) < 0 ? longest : bounded;
  }

  private List<Message> receive(Session session, Duration waiting) {
    int seconds = (int) waiting.toSeconds();
    return session
        .call(
            Action.RECEIVE_EVENTS,
            queue.region(),
            () ->
                session
                    .clients()
                    .sqs(queue.region())
                    .receiveMessage(
                        it ->
                            it.queueUrl(queue.url())
                                .maxNumberOfMessages(MOST_OF_AN_ANSWER)
                                .waitTimeSeconds(seconds)))
        .messages();
  }

  private boolean take(Session session, List<Message> messages) {
    List<DeleteMessageBatchRequestEntry> understood = new ArrayList<>();
    boolean news = false;
    for (Message message : messages) {
      Optional<Notification> said = Notification.of(String.valueOf(message.body()));
      if (said.isPresent()) {
        news |= said.get().buckets().stream().anyMatch(session.scope()::heeds);
        understood.add(entry(understood.size(), message));
      } else if (foreign.compareAndSet(false, true)) {
        LOG.warn("queue {} holds messages that are no event notifications of S3", queue.name());
      }
    }
    delete(session, understood);
    return news;
  }

  private static DeleteMessageBatchRequestEntry entry(int number, Message message) {
    return DeleteMessageBatchRequestEntry.builder()
        .id(Integer.toString(number))
        .receiptHandle(message.receiptHandle())
        .build();
  }

  /** What cannot be deleted comes again, as a hint for nothing. */
  private void delete(Session session, List<DeleteMessageBatchRequestEntry> entries) {
    if (!entries.isEmpty()) {
      session.call(
          Action.DELETE_EVENTS,
          queue.region(),
          () ->
              session
                  .clients()
                  .sqs(queue.region())
                  .deleteMessageBatch(it -> it.queueUrl(queue.url()).entries(entries)));
    }
  }
}
