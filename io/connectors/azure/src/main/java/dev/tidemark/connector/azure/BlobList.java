// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.http.Call;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of a list of blobs.
 *
 * @param next marker of the next page; empty after the last
 */
record BlobList(List<Blob> blobs, String next) {
  private static final String VERSION = "2023-11-03";
  private static final String MOST = "5000";
  private static final XMLInputFactory XML = factory();

  /** A blob: its name is left alone. */
  record Blob(long bytes, Instant modified) {}

  BlobList {
    blobs = List.copyOf(blobs);
  }

  static BlobList read(Session session, String account, String container, String marker) {
    Call call =
        Call.get(Call.segment(container))
            .query("restype", "container")
            .query("comp", "list")
            .query("maxresults", MOST)
            .header("x-ms-version", VERSION);
    return session.with(session.platform().blobsOf(account)).stream(
        marker.isEmpty() ? call : call.query("marker", marker), (head, body) -> parse(body));
  }

  private static BlobList parse(InputStream body) throws IOException {
    try {
      return new Parser(XML.createXMLStreamReader(body)).list();
    } catch (XMLStreamException malformed) {
      throw cause(malformed);
    } catch (DateTimeException | NumberFormatException malformed) {
      throw unreadable();
    }
  }

  /** A body that ends too soon is one thing, bytes that are no text of its encoding another. */
  private static IOException cause(XMLStreamException malformed) {
    if (malformed.getNestedException() instanceof IOException broken
        && !(broken instanceof CharConversionException)) {
      return broken;
    }
    throw unreadable();
  }

  private static ConnectorException unreadable() {
    return ConnectorException.of(
        Category.DATA, "Azure answered a list of blobs that is none: it is tried again later");
  }

  /** Nothing but the document itself is ever read. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Reads the document while it streams by. */
  private static final class Parser {
    private final XMLStreamReader xml;
    private final List<Blob> blobs = new ArrayList<>();
    private String next = "";
    private String modified = "";
    private String length = "0";
    private String type = "file";

    Parser(XMLStreamReader xml) {
      this.xml = xml;
    }

    BlobList list() throws XMLStreamException {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin(xml.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Blob")) {
          end();
        }
      }
      return new BlobList(blobs, next);
    }

    private void begin(String element) throws XMLStreamException {
      switch (element) {
        case "Last-Modified" -> modified = xml.getElementText();
        case "Content-Length" -> length = xml.getElementText();
        case "ResourceType" -> type = xml.getElementText();
        case "NextMarker" -> next = xml.getElementText();
        default -> {}
      }
    }

    /** Folders are listed as well where there is a hierarchy. */
    private void end() {
      if (!type.equals("directory")) {
        Instant at =
            ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        blobs.add(new Blob(Long.parseLong(length), at));
      }
      type = "file";
      length = "0";
    }
  }
}
