// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.postgres.database.SecretReference;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {
  private static final byte[] CONTENT = "canary".getBytes(StandardCharsets.UTF_8);
  private final UUID owner = UUID.randomUUID();
  @TempDir private Path folder;
  private Path file = Path.of("");
  private Keyring keyring = new Keyring(SecretReference.parse(""));

  @BeforeEach
  void firstKey() throws IOException {
    file = folder.resolve("key");
    write(EncryptionKey.random());
    keyring = new Keyring(SecretReference.file(file));
  }

  @Test
  void whatIsSealedOpensForItsOwnerOnly() {
    Sealed thing = Sealed.parse(keyring.seal(CONTENT, owner).json());
    assertThat(keyring.open(thing, owner)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> keyring.open(thing, UUID.randomUUID()))
        .hasMessageContaining("does not open")
        .hasMessageContaining(file.toString());
  }

  @Test
  void theSameContentIsNeverSealedTheSame() {
    assertThat(keyring.seal(CONTENT, owner)).isNotEqualTo(keyring.seal(CONTENT, owner));
    assertThat(keyring.seal(CONTENT, owner).json()).doesNotContain("canary");
  }

  @Test
  void aKeyChangedUnderARunningProcessIsFound() throws IOException {
    Sealed old = keyring.seal(CONTENT, owner);
    write(EncryptionKey.rotated(read()));
    Keyring administrator = new Keyring(SecretReference.file(file));
    Sealed anew = administrator.rewrap(old, owner);
    assertThat(anew.ciphertext()).isEqualTo(old.ciphertext());
    assertThat(keyring.open(anew, owner)).isEqualTo(CONTENT);
    assertThat(keyring.open(old, owner)).isEqualTo(CONTENT);
  }

  @Test
  void oldWrappingsNeedTheOldKeyAndNewOnesDoNot() throws IOException {
    Sealed old = keyring.seal(CONTENT, owner);
    write(EncryptionKey.rotated(read()));
    keyring.reload();
    Sealed anew = keyring.rewrap(old, owner);
    write(EncryptionKey.first(read()));
    Keyring later = new Keyring(SecretReference.file(file));
    assertThat(later.open(anew, owner)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> later.open(old, owner)).hasMessageContaining("does not open");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment", "canary", "Y2FuYXJ5"})
  void whatIsNoKeyIsRefusedWithoutBeingShown(String text) {
    assertThatThrownBy(() -> EncryptionKey.parse(Secret.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("canary");
  }

  @Test
  void keysMayBeSeparatedByCommas() {
    String two = EncryptionKey.random().reveal() + "," + EncryptionKey.random().reveal();
    assertThat(EncryptionKey.parse(Secret.of(two)).toString()).isEqualTo("EncryptionKey[***]");
  }

  private void write(Secret key) throws IOException {
    Files.writeString(file, "# keys\n" + key.reveal() + "\n");
  }

  private Secret read() throws IOException {
    return Secret.of(Files.readString(file));
  }
}
