// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens are asked for, and how the client proves there who it is. Immutable.
 *
 * @param address the endpoint
 * @param clientId the client's id; null where a grant names it in another way
 * @param clientSecret its secret; null where it has none
 * @param proof where the id and the secret go
 */
public record TokenEndpoint(
    URI address, @Nullable String clientId, @Nullable Secret clientSecret, ClientProof proof) {
  public TokenEndpoint {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(proof, "proof");
  }

  /** Where a client's id and secret go. */
  public enum ClientProof {
    /** Into the header Authorization, RFC 6749, section 2.3.1. */
    HEADER,
    /** Into the form, for endpoints that know no other way. */
    FORM
  }

  /** An endpoint that asks for no proof of the client beyond the grant. */
  public static TokenEndpoint at(URI address) {
    return new TokenEndpoint(address, null, null, ClientProof.FORM);
  }

  /** With a client's id and secret in the header Authorization. */
  public TokenEndpoint withClient(String id, Secret secret) {
    return new TokenEndpoint(address, id, secret, ClientProof.HEADER);
  }

  /** With a client's id and secret in the form. */
  public TokenEndpoint withClientInForm(String id, Secret secret) {
    return new TokenEndpoint(address, id, secret, ClientProof.FORM);
  }

  /** With the id of a client that has no secret. */
  public TokenEndpoint withPublicClient(String id) {
    return new TokenEndpoint(address, id, null, ClientProof.FORM);
  }

  Call call(Map<String, String> grant) {
    Map<String, String> form = new LinkedHashMap<>(grant);
    Secret secret = clientSecret;
    if (clientId != null && secret != null && proof == ClientProof.HEADER) {
      return asking(form).header("Authorization", ClientHeader.of(clientId, secret).reveal());
    }
    if (clientId != null) {
      form.put("client_id", clientId);
    }
    if (secret != null) {
      form.put("client_secret", secret.reveal());
    }
    return asking(form);
  }

  List<Secret> secrets() {
    Secret secret = clientSecret;
    if (secret == null) {
      return List.of();
    }
    return clientId == null ? List.of(secret) : List.of(secret, ClientHeader.of(clientId, secret));
  }

  private Call asking(Map<String, String> form) {
    return Call.post(address.toString(), Payload.form(form)).anonymously();
  }
}
