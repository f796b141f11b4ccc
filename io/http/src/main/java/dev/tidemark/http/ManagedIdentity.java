// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine in the cloud proves who it is: Azure's managed identity. On virtual machines and
 * Kubernetes it asks the instance metadata service, on App Service and Functions the endpoint the
 * platform names in its environment.
 */
public final class ManagedIdentity implements Grant {
  private static final URI INSTANCE_METADATA =
      URI.create("http://169.254.169.254/metadata/identity/oauth2/token");

  private final Call call;
  private final @Nullable Secret header;

  private ManagedIdentity(Call call, @Nullable Secret header) {
    this.call = call;
    this.header = header;
  }

  /**
   * A token for a resource such as {@code https://management.azure.com/}.
   *
   * @param environment variables of this process, in which the platform may name its endpoint
   */
  public static ManagedIdentity forResource(String resource, Map<String, String> environment) {
    return of(INSTANCE_METADATA, resource, environment);
  }

  static ManagedIdentity of(URI metadata, String resource, Map<String, String> environment) {
    Objects.requireNonNull(resource, "resource");
    String endpoint = environment.get("IDENTITY_ENDPOINT");
    String header = environment.get("IDENTITY_HEADER");
    if (endpoint != null && header != null) {
      Call call = Call.get(endpoint).query("api-version", "2019-08-01");
      Call proved = call.header("X-IDENTITY-HEADER", header);
      return new ManagedIdentity(proved.query("resource", resource).toMachine(), Secret.of(header));
    }
    Call call = Call.get(metadata.toString()).query("api-version", "2018-02-01");
    return new ManagedIdentity(
        call.query("resource", resource).header("Metadata", "true").toMachine(), null);
  }

  /** For an identity assigned by a user rather than by the system. */
  public ManagedIdentity ofClient(String clientId) {
    return new ManagedIdentity(call.query("client_id", clientId), header);
  }

  @Override
  public Token obtain(Conversation conversation) {
    return TokenAnswers.ask(call, conversation, secrets()).token();
  }

  @Override
  public List<Secret> secrets() {
    return Optional.ofNullable(header).stream().toList();
  }
}
