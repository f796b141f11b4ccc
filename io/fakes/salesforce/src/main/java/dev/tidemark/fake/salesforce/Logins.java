// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import java.time.Instant;

/** Rows of LoginHistory and VerificationHistory, as the object reference lists their fields. */
final class Logins {
  static final String FIELDS =
      "Id UserId LoginTime LoginType LoginSubType SourceIp LoginUrl AuthenticationServiceId"
          + " AuthMethodReference Browser Platform Status Application ClientVersion ApiType"
          + " ApiVersion CountryIso TlsProtocol CipherSuite";

  static final String VERIFICATION_FIELDS =
      "Id LoginHistoryId UserId Activity Status VerificationMethod VerificationTime Policy"
          + " EventGroup IsDeleted SystemModstamp";

  private Logins() {}

  static ObjectNode row(String id, String user, Instant at) {
    ObjectNode row = Json.object();
    return row.put("Id", id)
        .put("UserId", user)
        .put("LoginTime", SoqlTime.text(at))
        .put("LoginType", "Application")
        .put("LoginSubType", "UiLogin")
        .put("SourceIp", "203.0.113.9")
        .put("LoginUrl", "tidewater.my.salesforce.example")
        .putNull("AuthenticationServiceId")
        .putNull("AuthMethodReference")
        .put("Browser", "Firefox 140")
        .put("Platform", "Linux")
        .put("Status", "Success")
        .put("Application", "Browser")
        .put("ClientVersion", "N/A")
        .put("ApiType", "N/A")
        .put("ApiVersion", "N/A")
        .put("CountryIso", "DE")
        .put("TlsProtocol", "TLS 1.3")
        .put("CipherSuite", "TLS_AES_256_GCM_SHA384");
  }

  static ObjectNode verification(String id, String login, String user, Instant at) {
    return Json.object()
        .put("Id", id)
        .put("LoginHistoryId", login)
        .put("UserId", user)
        .put("Activity", "Login")
        .put("Status", "Succeeded")
        .put("VerificationMethod", "Totp")
        .put("VerificationTime", SoqlTime.text(at))
        .put("Policy", "TwoFactorAuthentication")
        .put("EventGroup", 1)
        .put("IsDeleted", false)
        .put("SystemModstamp", SoqlTime.text(at));
  }
}
