// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Duration;
import java.time.Instant;

/** STS: who is asking, and temporary keys for roles. */
final class StsService implements Service {
  private static final String NAMESPACE = "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";
  private static final Duration LIFE = Duration.ofHours(1);

  private final String account;
  private final Keyring keyring;

  StsService(String account, Keyring keyring) {
    this.account = account;
    this.keyring = keyring;
  }

  @Override
  public String action(Wire wire) {
    return "sts:" + wire.operation();
  }

  @Override
  public Answer answer(Wire wire) {
    return switch (wire.operation()) {
      case "GetCallerIdentity" -> identity();
      case "AssumeRole" -> role(wire);
      default -> throw new AwsError(400, "InvalidAction", "Not played here.");
    };
  }

  private Answer identity() {
    Xml xml =
        new Xml().open("GetCallerIdentityResponse", NAMESPACE).open("GetCallerIdentityResult");
    xml.text("Arn", "arn:aws:sts::" + account + ":assumed-role/tidemark/tidemark");
    xml.text("UserId", "AROAFAKE:tidemark").text("Account", account);
    return Answer.xml(
        xml.close("GetCallerIdentityResult").close("GetCallerIdentityResponse").toString());
  }

  private Answer role(Wire wire) {
    Keyring.Key key =
        keyring
            .assume(
                wire.query().getOrDefault("RoleArn", ""),
                wire.query().get("ExternalId"),
                Instant.now().plus(LIFE))
            .orElseThrow(() -> Dialects.denied("sts", "sts:AssumeRole"));
    Xml xml = new Xml().open("AssumeRoleResponse", NAMESPACE).open("AssumeRoleResult");
    xml.open("Credentials").text("AccessKeyId", key.id()).text("SecretAccessKey", key.secret());
    xml.text("SessionToken", String.valueOf(key.token())).text("Expiration", key.until());
    xml.close("Credentials").open("AssumedRoleUser");
    xml.text("Arn", wire.query().getOrDefault("RoleArn", "") + "/tidemark");
    xml.text("AssumedRoleId", "AROAFAKE:tidemark").close("AssumedRoleUser");
    return Answer.xml(xml.close("AssumeRoleResult").close("AssumeRoleResponse").toString());
  }
}
