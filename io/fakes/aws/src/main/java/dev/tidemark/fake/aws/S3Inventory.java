// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

/** The inventories a bucket is told to deliver, a hundred an answer. */
final class S3Inventory {
  private static final int MOST = 100;

  private S3Inventory() {}

  static Answer list(FakeBucket bucket, Wire wire) {
    Pages<FakeInventory> page =
        Pages.of(bucket.inventories(), MOST, wire.query().get("continuation-token"));
    Xml xml = new Xml().open("ListInventoryConfigurationsResult", S3Service.NAMESPACE);
    page.items().forEach(it -> write(it, xml));
    xml.text("IsTruncated", page.next() != null);
    if (page.next() != null) {
      xml.text("NextContinuationToken", page.next());
    }
    return Answer.xml(xml.close("ListInventoryConfigurationsResult").toString());
  }

  private static void write(FakeInventory one, Xml xml) {
    xml.open("InventoryConfiguration").text("Id", one.id());
    xml.text("IsEnabled", one.state() == FakeInventory.State.ENABLED);
    if (!one.filter().isEmpty()) {
      xml.open("Filter").text("Prefix", one.filter()).close("Filter");
    }
    xml.open("Destination").open("S3BucketDestination").text("Format", one.format());
    xml.text("AccountId", FakeAws.ACCOUNT).text("Bucket", "arn:aws:s3:::" + one.destination());
    if (!one.prefix().isEmpty()) {
      xml.text("Prefix", one.prefix());
    }
    xml.close("S3BucketDestination").close("Destination");
    xml.open("Schedule").text("Frequency", one.frequency()).close("Schedule");
    xml.text("IncludedObjectVersions", one.versions()).open("OptionalFields");
    one.fields().forEach(field -> xml.text("Field", field));
    xml.close("OptionalFields").close("InventoryConfiguration");
  }
}
