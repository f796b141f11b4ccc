// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The web page: files on the class path, compressed when they were built, and the first of them for
 * every address the page itself knows. Nothing of the API is ever answered with it.
 */
public final class Site {
  private static final String FOLDER = "META-INF/resources/tidemark-console/";
  private static final String FIRST = "index.html";
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_./-]*\\.[a-z0-9]+");
  private static final Pattern OF_THE_API = Pattern.compile("/(api(/.*)?|openapi\\.json)");

  /** Only what comes from here: no script or style stands in the page itself. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final String NO_PAGE =
      """
      This is Tidemark's API, without a web page: this build has none.
      /openapi.json describes what can be asked for; a session begins with POST /api/session and a link.
      """;

  private final SiteFiles files;

  private Site(SiteFiles files) {
    this.files = files;
  }

  /** The page that comes with this build, or what is said where none does. */
  public static Site ofThisBuild() {
    return in(FOLDER);
  }

  /** The page in a folder of the class path. */
  static Site in(String folder) {
    return new Site(new SiteFiles(folder));
  }

  /**
   * Answers with a file of the page or the page itself; tells whether it is one of its addresses.
   */
  public boolean answer(Context context) {
    String path = context.path();
    if (!context.req().getMethod().equals("GET") || OF_THE_API.matcher(path).matches()) {
      return false;
    }
    Optional<SiteFile> found = found(context, path);
    found.ifPresent(file -> send(context, file));
    if (found.isEmpty() && path.equals("/")) {
      context.status(200).contentType("text/plain; charset=utf-8").result(NO_PAGE);
      return true;
    }
    return found.isPresent();
  }

  private Optional<SiteFile> found(Context context, String path) {
    String name = path.substring(1);
    List<String> encodings = encodings(context);
    if (FILE.matcher(name).matches() && !name.contains("..")) {
      return files.find(name, encodings);
    }
    return isPage(context, path) ? files.find(FIRST, encodings) : Optional.empty();
  }

  /** Browsers ask for pages by name; programs that lost their way are told so. */
  private static boolean isPage(Context context, String path) {
    String accepted = context.header("Accept");
    return path.equals("/") || (accepted != null && accepted.contains("text/html"));
  }

  private static List<String> encodings(Context context) {
    return Optional.ofNullable(context.header("Accept-Encoding")).stream()
        .flatMap(accepted -> Arrays.stream(accepted.split(",")))
        .map(String::strip)
        .filter(it -> !it.matches(".*;\\s*q=0(\\.0*)?"))
        .map(it -> it.replaceFirst("\\s*;.*", ""))
        .toList();
  }

  private static void send(Context context, SiteFile file) {
    context
        .status(200)
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", file.caching())
        .header("Vary", "Accept-Encoding")
        .disableCompression();
    file.encoding().ifPresent(encoding -> context.header("Content-Encoding", encoding));
    Answer.send(context, file.bytes().array(), file.tag(), file.contentType());
  }
}
