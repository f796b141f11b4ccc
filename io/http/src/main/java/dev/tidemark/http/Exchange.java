// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** One call with all that may belong to it: redirects, and one renewal of the token. */
final class Exchange {
  private final HttpService service;
  private final Endpoint endpoint;
  private final Conversation conversation;
  private final Dialect dialect;
  private final List<Secret> hidden;

  Exchange(HttpService service, Conversation conversation, Dialect dialect, List<Secret> hidden) {
    this.service = service;
    this.endpoint = service.endpoint();
    this.conversation = conversation;
    this.dialect = dialect;
    this.hidden = hidden;
  }

  /** Asks, reads the answer whole, and makes sure that it was whole. */
  <T> T run(Call call, BodyReader<T> reader) {
    try {
      return answered(call, reader);
    } catch (ConnectorException failure) {
      throw redaction().clean(failure);
    }
  }

  private <T> T answered(Call call, BodyReader<T> reader) {
    Call authorised = authorised(call);
    OpenAnswer answer = follow(call, authorised, 0);
    if (answer.head().status() == 401 && isRenewed(call, authorised)) {
      answer.discard();
      answer = follow(call, authorised(call), 0);
    }
    try (OpenAnswer open = answer) {
      if (!open.head().isSuccess()) {
        throw open.failure(dialect);
      }
      return open.read(reader);
    }
  }

  private Call authorised(Call call) {
    return call.reach() == Reach.ACCOUNT
        ? endpoint.authentication().authorise(call, conversation)
        : call;
  }

  private boolean isRenewed(Call call, Call refused) {
    return call.reach() == Reach.ACCOUNT && endpoint.authentication().renew(refused, conversation);
  }

  private OpenAnswer follow(Call plain, Call authorised, int redirects) {
    URI target = authorised.target(endpoint.base());
    requireHost(authorised, target);
    Silence.requireFor(target, authorised.reach(), redaction());
    OpenAnswer answer = new Transmission(service, conversation).send(authorised, target);
    if (!Redirects.isRedirect(answer.head())) {
      return answer;
    }
    answer.discard();
    Call next = new Redirects(endpoint).next(plain, answer.head(), redirects);
    return follow(next, authorised(next), redirects + 1);
  }

  private void requireHost(Call call, URI target) {
    if (call.reach() == Reach.ACCOUNT && !Origin.of(target).equals(endpoint.origin())) {
      throw ConnectorException.of(
          Category.CONFIG,
          Labels.of(call.verb(), target)
              + ": the credential is for "
              + endpoint.origin()
              + " only and goes nowhere else");
    }
  }

  private Redaction redaction() {
    List<Secret> known = endpoint.authentication().secrets();
    return new Redaction(Stream.concat(known.stream(), hidden.stream()).toList());
  }
}
