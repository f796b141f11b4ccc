// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of User, as the object reference lists their fields. */
final class Users {
  static final String FIELDS =
      "Id Username IsActive UserType ProfileId Profile.Name Profile.UserLicense.Name Department"
          + " LastLoginDate CreatedDate SystemModstamp";

  private Users() {}

  /** The user who asks. */
  static ObjectNode asking() {
    ObjectNode user =
        row(
            World.USER,
            Client.USERNAME,
            true,
            "Minimum Access - API Only Integrations",
            "Salesforce Integration");
    String made = "2020-01-01T00:00:00.000+0000";
    return user.put("CreatedDate", made).put("SystemModstamp", made);
  }

  static ObjectNode row(String id, String name, boolean active, String profile, String license) {
    ObjectNode user = Json.object();
    user.put("Id", id)
        .put("Username", name)
        .put("IsActive", active)
        .put("UserType", "Standard")
        .put("ProfileId", Ids.of("00e", profile.hashCode() & 0xffff))
        .put("Department", "Tidewater")
        .putNull("LastLoginDate");
    ObjectNode its = user.putObject("Profile");
    its.put("Name", profile);
    its.putObject("UserLicense").put("Name", license);
    return user;
  }
}
