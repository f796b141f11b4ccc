// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import dev.tidemark.testkit.judge.Emulator;
import java.io.IOException;
import java.util.List;

/** Azurite, started as a server of its own on a free port of this machine. */
final class Azurite implements AutoCloseable {
  /** The account every Azurite has, and its key, which its documentation prints. */
  static final String ACCOUNT = "devstoreaccount1";

  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq"
          + "/K1SZFPTOtr/KBHBeksoGMGw==";

  private final Emulator emulator;

  private Azurite(Emulator emulator) {
    this.emulator = emulator;
  }

  static Azurite start() throws IOException {
    return new Azurite(Emulator.start("node/node_modules/.bin/azurite-blob", Azurite::arguments));
  }

  private static List<String> arguments(int port) {
    return List.of(
        "--blobHost",
        "127.0.0.1",
        "--blobPort",
        Integer.toString(port),
        "--inMemoryPersistence",
        "--skipApiVersionCheck",
        "--disableTelemetry",
        "--silent");
  }

  /** Where accounts lie; {@code {account}} stands for one. */
  String address() {
    return "http://127.0.0.1:" + emulator.port() + "/{account}";
  }

  /** The vendor's client for it. */
  BlobServiceClient client() {
    return new BlobServiceClientBuilder()
        .endpoint(address().replace("{account}", ACCOUNT))
        .credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
        .httpClient(new JdkHttpClientBuilder().build())
        .buildClient();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
