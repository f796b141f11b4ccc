// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A custom object of the organisation's own.
 *
 * @param description null where nobody wrote one
 * @param fields as FieldDefinition shows them, and {@code encrypted} as describing the object does
 * @param written when a record was last written, as the service writes times; null if never
 * @param open whether guests may read it
 */
record DataObject(
    String name,
    @Nullable String description,
    List<ObjectNode> fields,
    long records,
    @Nullable String written,
    boolean open) {
  DataObject {
    fields = List.copyOf(fields);
  }

  /** The fields every custom object has. */
  static List<ObjectNode> standardFields() {
    return List.of(
        field("Id", "Lookup()"),
        field("Name", "Name"),
        field("OwnerId", "Lookup(User,Group)"),
        field("CreatedDate", "Date/Time"),
        field("SystemModstamp", "Date/Time"));
  }

  static ObjectNode field(String name, String type) {
    return Json.object()
        .put("QualifiedApiName", name)
        .put("DataType", type)
        .putNull("Description")
        .putNull("BusinessOwnerId")
        .putNull("BusinessStatus")
        .putNull("SecurityClassification")
        .putNull("ComplianceGroup")
        .put("IsCalculated", false)
        .put("encrypted", false);
  }
}
