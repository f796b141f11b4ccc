// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An absolute address with a host, in one of the schemes, without user and password. */
record UriType(List<String> schemes) implements OptionType<URI> {
  UriType {
    schemes = List.copyOf(schemes);
  }

  @Override
  public URI parse(Object raw) {
    URI uri = read(raw.toString().strip());
    if (uri == null || uri.getHost() == null || !allows(uri.getScheme())) {
      throw new InvalidValue("must be " + words() + "; what was given is not");
    }
    if (uri.getRawUserInfo() != null) {
      throw new InvalidValue("must not hold a user or password: give them as options of their own");
    }
    return uri;
  }

  @Override
  public URI cast(Object value) {
    return (URI) value;
  }

  @Override
  public String print(URI value) {
    return value.toString();
  }

  @Override
  public String words() {
    return "an address such as " + schemes.get(0) + "://host/path";
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("type", "string").put("format", "uri");
    schema.put("pattern", "^(?:" + String.join("|", schemes) + ")://");
  }

  private boolean allows(@Nullable String scheme) {
    return scheme != null && schemes.contains(scheme.toLowerCase(Locale.ROOT));
  }

  private static @Nullable URI read(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException notUri) {
      return null;
    }
  }
}
