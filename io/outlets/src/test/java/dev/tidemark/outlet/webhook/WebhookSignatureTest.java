// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held to the example that the libraries of the Standard Webhooks project are tested with. */
class WebhookSignatureTest {
  private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

  @Test
  void signsAsTheSpecificationsOwnLibraries() {
    assertThat(new WebhookSignature(List.of(SECRET)).of(ID, 1614265330, BODY)).isEqualTo(SIGNED);
  }

  @Test
  void signsWithEachSecretWhileTheyChange() {
    Secret other = Secret.of("whsec_" + "QUJD".repeat(10));
    String both = new WebhookSignature(List.of(other, SECRET)).of(ID, 1614265330, BODY);
    assertThat(both.split(" ")).hasSize(2).contains(SIGNED);
  }

  @Test
  void refusesWhatIsNoSecretWithoutRepeatingIt() {
    assertThatThrownBy(
            () ->
                new WebhookType()
                    .options()
                    .parse(Map.of("address", "https://example.com", "secret", "whsec_tooShort")))
        .hasMessageContaining("secret")
        .hasMessageContaining("openssl rand")
        .hasMessageNotContaining("tooShort");
  }
}
