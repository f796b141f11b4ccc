// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.fake.azure.World.Kind;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Slice;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/** Lists of blobs, in XML, by markers; blobs come in the order of their names. */
final class BlobService {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final int MOST = 5_000;

  private final World world;
  private final Runnable refresh;
  private final PageTokens tokens;

  BlobService(World world, Runnable refresh, InstantSource clock) {
    this.world = world;
    this.refresh = refresh;
    this.tokens = new PageTokens(clock, Duration.ofDays(7));
  }

  void serve(FakeServer server) {
    server.route("GET", "/{account}/{container}", this::list);
  }

  static Answer error(int status, String code, String message) {
    String xml =
        HEAD + "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
    return Answer.of(status, "application/xml", xml).with("x-ms-error-code", code);
  }

  private Answer list(Request request) {
    refresh.run();
    String container = request.part("container");
    String id = Made.storage(request.part("account")) + "/blobServices/default/containers/";
    if (request.header("x-ms-version").isEmpty()) {
      return error(400, "MissingRequiredHeader", "x-ms-version is required.");
    }
    boolean isList = request.query("comp").filter("list"::equals).isPresent();
    if (!isList || request.query("restype").filter("container"::equals).isEmpty()) {
      return error(400, "InvalidQueryParameterValue", "Only lists of blobs are played.");
    }
    return world.find(Kind.CONTAINER, id + container).isEmpty()
        ? error(404, "ContainerNotFound", "The specified container does not exist.")
        : page(request, request.part("account") + "/" + container);
  }

  private Answer page(Request request, String container) {
    String marker = request.query("marker").orElse("");
    OptionalLong offset = marker.isEmpty() ? OptionalLong.of(0) : tokens.offset(container, marker);
    if (offset.isEmpty()) {
      return error(400, "InvalidQueryParameterValue", "The marker is not of this list.");
    }
    int size = Math.min(world.pageSize(), request.number("maxresults", MOST));
    Slice<StoredBlob> slice = Slice.of(world.blobs(container).stream(), offset.getAsLong(), size);
    StringBuilder xml = new StringBuilder(HEAD);
    xml.append("<EnumerationResults ServiceEndpoint=\"https://x.blob.core.windows.net/\"")
        .append(" ContainerName=\"")
        .append(container.substring(container.indexOf('/') + 1))
        .append("\"><MaxResults>")
        .append(size)
        .append("</MaxResults><Blobs>");
    slice.items().forEach(blob -> append(blob, xml));
    String next = slice.more() ? tokens.of(container, slice.next()) : "";
    xml.append("</Blobs><NextMarker>").append(next).append("</NextMarker></EnumerationResults>");
    return ArmService.traced(Answer.of(200, "application/xml", xml.toString()))
        .with("x-ms-version", request.header("x-ms-version").orElse(""));
  }

  private static void append(StoredBlob blob, StringBuilder xml) {
    String modified =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(blob.modified().atOffset(ZoneOffset.UTC));
    xml.append("<Blob><Name>")
        .append(blob.name())
        .append("</Name><Properties><Creation-Time>")
        .append(modified)
        .append("</Creation-Time><Last-Modified>")
        .append(modified)
        .append("</Last-Modified><Etag>0x8D</Etag><Content-Length>")
        .append(blob.bytes())
        .append("</Content-Length><Content-Type>application/octet-stream</Content-Type>")
        .append("<BlobType>BlockBlob</BlobType><AccessTier>Hot</AccessTier>")
        .append("<LeaseStatus>unlocked</LeaseStatus><LeaseState>available</LeaseState>")
        .append("</Properties><OrMetadata /></Blob>");
  }
}
