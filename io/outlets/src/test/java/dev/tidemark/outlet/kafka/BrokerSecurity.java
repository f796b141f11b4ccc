// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.tls.HeldCertificate;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * What a broker proves itself by and whom it lets in, made anew for each: a certificate for
 * 127.0.0.1 by an authority nobody knows, and one user with a password for each mechanism.
 */
final class BrokerSecurity {
  static final String USER = "tide-mark";

  private static final int ITERATIONS = 4096;
  private static final String LOGIN = "org.apache.kafka.common.security.%sLoginModule required%s;";

  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("Pier authority").build();
  private final HeldCertificate own =
      new HeldCertificate.Builder()
          .signedBy(authority)
          .commonName("broker")
          .addSubjectAlternativeName("127.0.0.1")
          .build();

  /** The authority's certificate as PEM. */
  String authority() {
    return authority.certificatePem();
  }

  /** The user's password where it is proved by that mechanism; under another it is wrong. */
  static String password(String mechanism) {
    return "canary \"quoted\" for " + mechanism;
  }

  /** The user under both mechanisms that keep users in the cluster. */
  static List<UserScramCredentialAlteration> scramUser() {
    return List.of(
        scramUser(ScramMechanism.SCRAM_SHA_256, "scram-sha-256"),
        scramUser(ScramMechanism.SCRAM_SHA_512, "scram-sha-512"));
  }

  private static UserScramCredentialAlteration scramUser(ScramMechanism kept, String mechanism) {
    return new UserScramCredentialUpsertion(
        USER, new ScramCredentialInfo(kept, ITERATIONS), password(mechanism));
  }

  /** The settings of a listener. */
  Map<String, String> listener(String name) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.key", own.privateKeyPkcs8Pem());
    settings.put("ssl.keystore.certificate.chain", own.certificatePem());
    settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512");
    settings.put("plain.sasl.jaas.config", LOGIN.formatted("plain.Plain", plainUser()));
    settings.put("scram-sha-256.sasl.jaas.config", LOGIN.formatted("scram.Scram", ""));
    settings.put("scram-sha-512.sasl.jaas.config", LOGIN.formatted("scram.Scram", ""));
    Map<String, String> prefixed = new TreeMap<>();
    settings.forEach((key, value) -> prefixed.put("listener.name." + name + "." + key, value));
    return prefixed;
  }

  private static String plainUser() {
    return " user_%s=\"%s\"".formatted(USER, password("plain").replace("\"", "\\\""));
  }
}
