// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer says of itself, and its keys, which are fetched anew when an unknown one signs.
 */
record Provider(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {
  /** Connecting and reading, each, in milliseconds. */
  static final int PATIENCE = 5_000;

  private static final int LARGEST_KEYS = 256 * 1024;

  /** What clocks may differ by. */
  static final int SKEW_SECONDS = 30;

  /** Signatures that only the issuer can make: nothing unsigned, nothing keyed with a secret. */
  private static final Set<JWSAlgorithm> SIGNATURES = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

  /** Asks the issuer; everything it names must be as protected as itself. */
  static Provider discovered(URI issuer) throws GeneralException, IOException {
    OIDCProviderMetadata found =
        OIDCProviderMetadata.resolve(new Issuer(issuer), PATIENCE, PATIENCE);
    URI keys = protectedAddress(found.getJWKSetURI());
    protectedAddress(found.getAuthorizationEndpointURI());
    protectedAddress(found.getTokenEndpointURI());
    var retriever = new DefaultResourceRetriever(PATIENCE, PATIENCE, LARGEST_KEYS);
    return new Provider(
        found, JWKSourceBuilder.create(keys.toURL(), retriever).refreshAheadCache(false).build());
  }

  /** Checks ID tokens for this client: signature, issuer, audience, times, nonce. */
  IDTokenValidator validator(String clientId) {
    Set<JWSAlgorithm> signatures = new HashSet<>(SIGNATURES);
    List<JWSAlgorithm> told = metadata.getIDTokenJWSAlgs();
    if (told != null) {
      signatures.retainAll(told);
    }
    IDTokenValidator validator =
        new IDTokenValidator(
            metadata.getIssuer(),
            new ClientID(clientId),
            new JWSVerificationKeySelector<>(signatures, keys),
            null);
    validator.setMaxClockSkew(SKEW_SECONDS);
    return validator;
  }

  /** Whether it takes a client's secret in the form alone. */
  boolean takesSecretsInForms() {
    List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
    return taken != null
        && !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        && taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
  }

  private static URI protectedAddress(@Nullable URI address) throws GeneralException {
    if (address == null || !IssuerSettings.isProtected(address)) {
      throw new GeneralException("names an address that is missing or not https: " + address);
    }
    return Objects.requireNonNull(address);
  }
}
