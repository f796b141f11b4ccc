// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.tidemark.console.access.Token;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The way of one browser to the issuer and back. Everything that ties the two ends together is made
 * of a token that only this browser's cookie holds.
 *
 * @param callback where the issuer sends it back to
 */
public record Journey(Token token, URI callback) {
  /** What the issuer repeats when it sends the browser back. */
  State state() {
    return new State(token.derived("state"));
  }

  /** What the ID token must hold. */
  Nonce nonce() {
    return new Nonce(token.derived("nonce"));
  }

  /** What only who began can redeem the code with. */
  CodeVerifier verifier() {
    return new CodeVerifier(token.derived("verifier"));
  }

  /** Whether that is its state; takes the same time whatever is shown. */
  public boolean isOf(String shown) {
    return MessageDigest.isEqual(
        state().getValue().getBytes(StandardCharsets.UTF_8),
        shown.getBytes(StandardCharsets.UTF_8));
  }
}
