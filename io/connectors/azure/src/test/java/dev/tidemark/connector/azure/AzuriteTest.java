// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.PublicAccessType;
import dev.tidemark.authoring.Facts;
import dev.tidemark.fake.azure.FakeAzure;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.testkit.conformance.Passes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A second opinion beside our own fake: blobs as Azurite lists them, put there by the vendor's
 * client. Azurite takes tokens over TLS only, so the container is one everybody may list.
 */
@Tag("emulator")
class AzuriteTest {
  private static final int BLOBS = 23;

  @Test
  void addsUpTheBlobsOfAContainer() throws IOException {
    Instant before = Instant.now().minusSeconds(2);
    try (Azurite azurite = Azurite.start();
        FakeAzure fake = FakeAzure.empty(Clock.systemUTC())) {
      fill(azurite);
      fake.addContainer(Azurite.ACCOUNT, "lake");
      try (AzureConnector connector = AzureConnector.of(settings(fake, azurite), Map.of())) {
        List<Change> read =
            new Passes(new AzureType(), connector, "blobs").pass(Instant.now(), 100).changes();
        assertThat(read).hasSize(1);
        Facts record = Facts.of(read.get(0));
        assertThat(record.count("blobs")).isEqualTo(BLOBS);
        assertThat(record.count("bytes")).isEqualTo(BLOBS * 5L);
        assertThat(record.instant("newest_at")).isBetween(before, Instant.now().plusSeconds(2));
      }
    }
  }

  private static void fill(Azurite azurite) {
    BlobContainerClient lake = azurite.client().createBlobContainer("lake");
    lake.setAccessPolicy(PublicAccessType.CONTAINER, List.of());
    for (int i = 0; i < BLOBS; i++) {
      lake.getBlobClient("folder/ä part " + i).upload(BinaryData.fromString("12345"));
    }
  }

  private static Settings settings(FakeAzure fake, Azurite azurite) {
    return new AzureType()
        .description()
        .options()
        .parse(
            Map.of(
                "tenant-id",
                FakeAzure.TENANT,
                "client-id",
                FakeAzure.CLIENT,
                "client-secret",
                FakeAzure.SECRET,
                "address",
                fake.address().toString(),
                "login-address",
                fake.address().toString(),
                "blob-address",
                azurite.address(),
                "list-blobs-of",
                List.of(Azurite.ACCOUNT + "/*"),
                "allow-private-addresses",
                true));
  }
}
