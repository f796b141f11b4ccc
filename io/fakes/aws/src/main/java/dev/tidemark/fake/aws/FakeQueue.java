// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A queue: what was received is hidden for a while and comes again unless it is deleted. */
final class FakeQueue {
  private final Map<String, Message> messages = new LinkedHashMap<>();

  /** A message; its receipt handle is that of the last time it was received. */
  static final class Message {
    private final String id = UUID.randomUUID().toString();
    private final String body;
    private String receipt = "";
    private Instant visible = Instant.MIN;

    Message(String body) {
      this.body = body;
    }

    String id() {
      return id;
    }

    String body() {
      return body;
    }

    String receipt() {
      return receipt;
    }
  }

  void send(String body) {
    Message message = new Message(body);
    messages.put(message.id, message);
  }

  int size() {
    return messages.size();
  }

  /** Those that can be seen, and then cannot for that long. */
  List<Message> receive(int most, Duration hidden) {
    Instant now = Instant.now();
    List<Message> received = new ArrayList<>();
    for (Message message : messages.values()) {
      if (received.size() < most && !message.visible.isAfter(now)) {
        message.receipt = message.id + "/" + UUID.randomUUID();
        message.visible = now.plus(hidden);
        received.add(message);
      }
    }
    return received;
  }

  /** Whether the handle was one; deleting twice is fine. */
  boolean delete(String receipt) {
    if (!receipt.contains("/")) {
      return false;
    }
    Iterator<Message> each = messages.values().iterator();
    while (each.hasNext()) {
      if (each.next().receipt.equals(receipt)) {
        each.remove();
      }
    }
    return true;
  }
}
