// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.util.List;

/** Several ways together, such as a token and a key of the application. */
record JointAuthentication(List<Authentication> parts) implements Authentication {
  JointAuthentication {
    parts = List.copyOf(parts);
  }

  @Override
  public Call authorise(Call call, Conversation conversation) {
    Call authorised = call;
    for (Authentication part : parts) {
      authorised = part.authorise(authorised, conversation);
    }
    return authorised;
  }

  @Override
  public boolean renew(Call refused, Conversation conversation) {
    return parts.stream().filter(part -> part.renew(refused, conversation)).count() > 0;
  }

  @Override
  public List<Secret> secrets() {
    return parts.stream().flatMap(part -> part.secrets().stream()).toList();
  }
}
