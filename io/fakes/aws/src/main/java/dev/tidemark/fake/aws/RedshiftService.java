// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Duration;
import java.time.Instant;

/** Redshift's own service, as far as it tells where clusters listen and lets one in. */
final class RedshiftService implements Service {
  private static final String NAMESPACE = "xmlns=\"http://redshift.amazonaws.com/doc/2012-12-01/\"";
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final World world;

  RedshiftService(World world) {
    this.world = world;
  }

  @Override
  public String action(Wire wire) {
    return "redshift:" + wire.operation();
  }

  @Override
  public Answer answer(Wire wire) {
    String name = wire.given("ClusterIdentifier").orElse("");
    FakeListener listener = world.listeners().get(wire.region() + ":cluster/" + name);
    if (listener == null) {
      throw new AwsError(404, "ClusterNotFound", "Cluster " + name + " not found.");
    }
    return switch (wire.operation()) {
      case "DescribeClusters" -> cluster(name, listener);
      case "GetClusterCredentials" -> credentials(wire.operation(), listener);
      case "GetClusterCredentialsWithIAM" -> credentials(wire.operation(), listener);
      default -> throw new AwsError(400, "InvalidAction", "Not played here.");
    };
  }

  private static Answer cluster(String name, FakeListener listener) {
    Xml xml = new Xml().open("DescribeClustersResponse", NAMESPACE);
    xml.open("DescribeClustersResult").open("Clusters").open("Cluster");
    xml.text("ClusterIdentifier", name).text("ClusterStatus", "available").open("Endpoint");
    xml.text("Address", listener.host()).text("Port", listener.port()).close("Endpoint");
    xml.close("Cluster").close("Clusters").close("DescribeClustersResult");
    return Answer.xml(xml.close("DescribeClustersResponse").toString());
  }

  private static Answer credentials(String operation, FakeListener listener) {
    Xml xml = new Xml().open(operation + "Response", NAMESPACE).open(operation + "Result");
    xml.text("DbUser", listener.user()).text("DbPassword", listener.password());
    xml.text("Expiration", Instant.now().plus(LIFE)).close(operation + "Result");
    return Answer.xml(xml.close(operation + "Response").toString());
  }
}
