// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Files of a folder of the class path, read once. For any number of threads. */
final class SiteFiles {
  /** By how they are named in requests, the smaller first, and what they add to a file's name. */
  private static final List<Map.Entry<String, String>> ENCODINGS =
      List.of(Map.entry("br", ".br"), Map.entry("gzip", ".gz"));

  private final String folder;

  /** As many as there are files: what is not there is not kept. */
  private final Map<String, SiteFile> read = new ConcurrentHashMap<>();

  SiteFiles(String folder) {
    this.folder = folder;
  }

  /** A file as small as the reader takes it; empty where there is none. */
  Optional<SiteFile> find(String name, List<String> encodings) {
    return ENCODINGS.stream()
        .filter(encoding -> encodings.contains(encoding.getKey()))
        .flatMap(it -> file(name, it.getValue(), Optional.of(it.getKey())).stream())
        .findFirst()
        .or(() -> file(name, "", Optional.empty()));
  }

  private Optional<SiteFile> file(String name, String ending, Optional<String> encoding) {
    return Optional.ofNullable(
        read.computeIfAbsent(name + ending, whole -> loaded(name, whole, encoding)));
  }

  private @Nullable SiteFile loaded(String name, String whole, Optional<String> encoding) {
    try (InputStream stream =
        SiteFiles.class.getClassLoader().getResourceAsStream(folder + whole)) {
      return stream == null ? null : SiteFile.of(name, encoding, stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("this build is not whole", broken);
    }
  }
}
