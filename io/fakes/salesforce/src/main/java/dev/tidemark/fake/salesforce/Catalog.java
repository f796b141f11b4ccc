// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.AssetState;
import dev.tidemark.testkit.organisation.Column;
import dev.tidemark.testkit.organisation.Person;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The company's data in the organisation: each asset is a custom object. */
final class Catalog {
  private final Account account;
  private final InstantSource clock;

  Catalog(Account account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  /** What there is now. */
  List<DataObject> objects() {
    return account.assets(clock.instant()).stream().map(this::object).toList();
  }

  private DataObject object(Asset asset) {
    AssetState state = account.state(asset, clock.instant());
    List<ObjectNode> fields = new ArrayList<>(DataObject.standardFields());
    asset.columns().forEach(column -> fields.add(field(asset, state, column)));
    return new DataObject(
        name(asset),
        state.description(),
        fields,
        state.rows(),
        state.written() == null ? null : SoqlTime.text(state.written()),
        state.exposure() == AssetState.Exposure.PUBLIC);
  }

  private static ObjectNode field(Asset asset, AssetState state, Column column) {
    Person owner = state.owner();
    ObjectNode field = DataObject.field(name(column.name()), type(column));
    field.put("Description", state.describes(column) ? column.description() : null);
    field.put("BusinessOwnerId", owner == null ? null : Tidewater.userId(owner));
    field.put("BusinessStatus", "Active");
    field.put("encrypted", state.masks(asset, column));
    if (state.classification() != null) {
      classify(field, asset, column);
    }
    return field;
  }

  private static void classify(ObjectNode field, Asset asset, Column column) {
    String level =
        switch (asset.sensitivity()) {
          case PUBLIC -> "Public";
          case INTERNAL -> "Internal";
          case SENSITIVE -> column.isSensitive() ? "Confidential" : "Internal";
          case REGULATED -> column.isSensitive() ? "Restricted" : "Internal";
        };
    field.put("SecurityClassification", level);
    boolean regulated = level.equals("Restricted");
    field.put("ComplianceGroup", regulated ? "GDPR;PII" : null);
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case INTEGER, DECIMAL -> "Number(16, 2)";
      case TEXT -> "Text(255)";
      case TIMESTAMP -> "Date/Time";
      case FLAG -> "Checkbox";
    };
  }

  /** What the object of an asset is called. */
  static String name(Asset asset) {
    return name(asset.schema() + "_" + asset.name());
  }

  private static String name(String plain) {
    return Character.toUpperCase(plain.charAt(0)) + plain.substring(1) + "__c";
  }
}
