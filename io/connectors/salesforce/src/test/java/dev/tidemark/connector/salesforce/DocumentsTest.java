// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocumentsTest extends ConnectorDocuments {
  private static final Map<String, String> CURSORS =
      Map.of(
          "org", "one record",
          "objects", "name",
          "users", "id",
          "grants", "id",
          "logins", "login_at, id",
          "setup_changes", "changed_at, id",
          "reads", "file, id",
          "agents", "changed_at, id");

  @Override
  protected ConnectorType type() {
    return new SalesforceType();
  }

  @Override
  protected String cursor(String stream) {
    return Objects.requireNonNull(CURSORS.get(stream), stream);
  }

  @Test
  void thePermissionSetGrantsNoRecord() throws IOException {
    try (InputStream file = SalesforceType.class.getResourceAsStream("permission-set.xml")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .contains(
              "ViewSetup",
              "MonitorLoginHistory",
              "ViewHealthCheck",
              "ViewEventLogFiles",
              "ApiEnabled")
          .doesNotContain("objectPermissions", "ViewAllData", "ModifyAllData");
    }
  }
}
