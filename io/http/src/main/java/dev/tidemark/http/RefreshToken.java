// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.TokenStore.Kept;
import dev.tidemark.spi.options.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The client holds a refresh token, RFC 6749, section 6, which the source may replace with every
 * use. A replacement is kept by the store before the access token that came with it is used; where
 * the newest is refused, because a crash lost what the source sent or the source never saw it used,
 * the one before and the configured one are tried.
 */
public final class RefreshToken implements Grant {
  private final TokenEndpoint endpoint;
  private final Secret configured;
  private final TokenStore store;
  private final String credential;
  private volatile List<Secret> seen = List.of();

  private RefreshToken(
      TokenEndpoint endpoint, Secret configured, TokenStore store, String credential) {
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    this.configured = Objects.requireNonNull(configured, "configured");
    this.store = Objects.requireNonNull(store, "store");
    this.credential = Objects.requireNonNull(credential, "credential");
  }

  /**
   * A refresh token as it was configured.
   *
   * @param credential names the credential in the store, such as the connector's id
   */
  public static RefreshToken of(
      TokenEndpoint endpoint, Secret configured, TokenStore store, String credential) {
    return new RefreshToken(endpoint, configured, store, credential);
  }

  @Override
  public Token obtain(Conversation conversation) {
    Renewal renewal = new Renewal(conversation);
    store.renew(credential, renewal::from);
    return renewal.obtained();
  }

  @Override
  public List<Secret> secrets() {
    List<Secret> all = new ArrayList<>(endpoint.secrets());
    all.add(configured);
    all.addAll(seen);
    return all;
  }

  /** One renewal under the store's lock. Used once. */
  private final class Renewal {
    private final Conversation conversation;
    private @Nullable Token obtained;

    Renewal(Conversation conversation) {
      this.conversation = conversation;
    }

    Token obtained() {
      return Objects.requireNonNull(obtained, "the store did not renew");
    }

    Kept from(Optional<Kept> stored) {
      String origin = Fingerprint.of(configured);
      Optional<Kept> kept = stored.filter(known -> known.origin().equals(origin));
      Set<Secret> candidates = candidates(kept);
      seen = List.copyOf(candidates);
      return firstAccepted(candidates, origin);
    }

    private Kept firstAccepted(Set<Secret> candidates, String origin) {
      ConnectorException refusal = null;
      for (Secret candidate : candidates) {
        try {
          return exchange(candidate, origin);
        } catch (ConnectorException failure) {
          refusal = refusal == null ? failure : refusal;
          requireRefusal(failure);
        }
      }
      throw Objects.requireNonNull(refusal, "there is always the configured token");
    }

    private Kept exchange(Secret candidate, String origin) {
      Call call =
          endpoint.call(Map.of("grant_type", "refresh_token", "refresh_token", candidate.reveal()));
      TokenAnswers.Granted granted = TokenAnswers.ask(call, conversation, secrets());
      obtained = granted.token();
      Secret next = granted.refreshToken().orElse(candidate);
      seen = List.of(next, candidate);
      return new Kept(next, candidate, origin);
    }

    private Set<Secret> candidates(Optional<Kept> kept) {
      Set<Secret> candidates = new LinkedHashSet<>();
      kept.map(Kept::token).ifPresent(candidates::add);
      kept.map(Kept::previous).ifPresent(candidates::add);
      candidates.add(configured);
      return candidates;
    }

    private void requireRefusal(ConnectorException failure) {
      if (failure.category() != Category.AUTH) {
        throw failure;
      }
    }
  }
}
