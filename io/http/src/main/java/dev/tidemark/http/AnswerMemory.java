// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers that can be used again once the source says that they have not changed: the ones used
 * last, of all accounts together at most a number of bytes. Safe for use by several threads.
 */
final class AnswerMemory {
  private final long most;
  private final Map<Key, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Key(HttpService service, String question) {}

  AnswerMemory(long most) {
    this.most = most;
  }

  synchronized Optional<Answer> find(HttpService service, String question) {
    return Optional.ofNullable(answers.get(new Key(service, question)));
  }

  /** Keeps an answer unless it could never be asked for again, or is out of proportion. */
  synchronized void keep(HttpService service, String question, Answer answer) {
    Key key = new Key(service, question);
    forget(answers.remove(key));
    if (answer.head().validator().isPresent() && size(answer) <= most / 4) {
      answers.put(key, answer);
      bytes += size(answer);
    }
    for (Iterator<Answer> oldest = answers.values().iterator(); bytes > most; oldest.remove()) {
      forget(oldest.next());
    }
  }

  /** The account was closed. */
  synchronized void forget(HttpService service) {
    answers.keySet().removeIf(key -> key.service().equals(service));
    bytes = answers.values().stream().mapToLong(AnswerMemory::size).sum();
  }

  synchronized long bytes() {
    return bytes;
  }

  private void forget(@Nullable Answer answer) {
    bytes -= answer == null ? 0 : size(answer);
  }

  /** The body and about as much as heads weigh. */
  private static long size(Answer answer) {
    return answer.body().length() + 1_024L;
  }
}
