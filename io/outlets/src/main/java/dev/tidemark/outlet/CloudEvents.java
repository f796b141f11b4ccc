// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;

/** Events as CloudEvents 1.0 in the structured JSON form: equal events give equal bytes. */
public final class CloudEvents {
  /** The media type of one event. */
  public static final String CONTENT_TYPE = JsonFormat.CONTENT_TYPE;

  private static final JsonFormat FORMAT = new JsonFormat();

  private CloudEvents() {}

  /** The event, with its organisation as partition key and its position as sequence. */
  public static byte[] json(OutletEvent event) {
    String organisation = event.organisation().toString();
    CloudEvent cloudEvent =
        CloudEventBuilder.v1()
            .withId(event.id().toString())
            .withSource(URI.create("urn:tidemark:organisation:" + organisation))
            .withType(event.type().fullName())
            .withSubject(event.subject())
            .withTime(event.at().atOffset(ZoneOffset.UTC))
            .withExtension("partitionkey", organisation)
            .withExtension("sequence", String.format("%019d", event.position()))
            .withData("application/json", JsonCloudEventData.wrap(event.data()))
            .build();
    return FORMAT.serialize(cloudEvent);
  }
}
