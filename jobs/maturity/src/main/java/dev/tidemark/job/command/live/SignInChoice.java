// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tidemark.console.openid.IssuerSettings;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.UserFile;
import dev.tidemark.spi.options.References;
import dev.tidemark.spi.options.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which issuer people may sign in to the console with, besides links. */
final class SignInChoice {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  @Option(
      names = "--sign-in",
      paramLabel = "FILE",
      description = {
        "Let people sign in with an issuer of OpenID Connect: a YAML file with issuer, client-id"
            + " and,",
        "where wanted, name, client-secret, scopes, roles-claim and roles; a value may be env:NAME"
            + " or",
        "file:PATH. Without it links alone let people in."
      })
  private @Nullable Path file;

  /** What the file says, references read; null where there is none. */
  @Nullable IssuerSettings settings() {
    return file == null ? null : read(file);
  }

  private static IssuerSettings read(Path file) {
    try {
      Map<String, @Nullable Object> given =
          YAML.readValue(UserFile.read(file), new TypeReference<>() {});
      return IssuerSettings.of(
          References.standard().resolve(Objects.requireNonNullElse(given, Map.of())));
    } catch (JsonProcessingException malformed) {
      throw new CommandFailure(
          file
              + " is no YAML of names and values, each name once, at line "
              + malformed.getLocation().getLineNr()
              + ".",
          malformed);
    } catch (SettingsException wrong) {
      String lines =
          wrong.problems().stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
      throw new CommandFailure(file + " cannot be used:" + lines, wrong);
    }
  }
}
