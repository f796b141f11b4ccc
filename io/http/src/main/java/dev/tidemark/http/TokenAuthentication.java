// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.util.List;

/** Proves who calls by a token that is renewed when it expires or is refused. */
record TokenAuthentication(TokenSource tokens) implements Authentication {
  private static final String HEADER = "Authorization";

  @Override
  public Call authorise(Call call, Conversation conversation) {
    return call.header(HEADER, value(tokens.current(conversation).value()));
  }

  @Override
  public boolean renew(Call refused, Conversation conversation) {
    tokens.forget(token -> refused.header(HEADER).filter(value(token)::equals).isPresent());
    return true;
  }

  @Override
  public List<Secret> secrets() {
    return tokens.secrets();
  }

  private static String value(Secret token) {
    return "Bearer " + token.reveal();
  }
}
