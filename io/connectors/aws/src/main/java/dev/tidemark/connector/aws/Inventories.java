// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.InventoryConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryFormat;
import software.amazon.awssdk.services.s3.model.InventoryFrequency;
import software.amazon.awssdk.services.s3.model.InventoryOptionalField;
import software.amazon.awssdk.services.s3.model.InventoryS3BucketDestination;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;

/**
 * Finds the newest inventory S3 has delivered of a bucket. Of several configurations a daily one is
 * taken before a weekly one.
 */
record Inventories(BucketList bucket, Session session) {
  /** A weekly one that came twice as late as usual. */
  private static final Duration OLDEST = Duration.ofDays(15);

  private static final Pattern DELIVERY =
      Pattern.compile(".*/\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\dZ/");
  private static final List<InventoryOptionalField> NEEDED =
      List.of(InventoryOptionalField.SIZE, InventoryOptionalField.LAST_MODIFIED_DATE);

  /**
   * Where the manifest is, as {@code bucket/key}.
   *
   * @throws ConnectorException of category UNSUPPORTED where there is none to read
   */
  String newest() {
    List<InventoryConfiguration> all = configurations();
    List<InventoryConfiguration> usable =
        all.stream()
            .filter(it -> flaw(it).isEmpty())
            .sorted(Comparator.comparing(Inventories::rank).thenComparing(it -> it.id()))
            .toList();
    if (usable.isEmpty()) {
      throw unsupported(all);
    }
    return usable.stream()
        .flatMap(it -> newest(it).stream())
        .findFirst()
        .orElseThrow(() -> late(usable.get(0)));
  }

  /** What S3 is told to deliver of the bucket. */
  List<InventoryConfiguration> configurations() {
    S3Client s3 = session.clients().s3(bucket.region());
    List<InventoryConfiguration> all = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.INVENTORY,
                bucket.region(),
                () ->
                    s3.listBucketInventoryConfigurations(
                        it -> it.bucket(bucket.name()).continuationToken(token))),
        ListBucketInventoryConfigurationsResponse::nextContinuationToken,
        page -> all.addAll(page.inventoryConfigurationList()));
    return all;
  }

  /** Which columns there are is for the manifest to say; here it only decides between several. */
  private static int rank(InventoryConfiguration one) {
    boolean isDaily =
        one.schedule() != null && one.schedule().frequency() == InventoryFrequency.DAILY;
    return (one.optionalFields().containsAll(NEEDED) ? 0 : 2) + (isDaily ? 0 : 1);
  }

  /** Why the bucket cannot be counted by it. */
  private static Optional<String> flaw(InventoryConfiguration one) {
    if (!Boolean.TRUE.equals(one.isEnabled())) {
      return Optional.of("it is disabled");
    }
    if (one.filter() != null && isGiven(one.filter().prefix())) {
      return Optional.of("it leaves out what does not begin with its prefix");
    }
    if (to(one).format() != InventoryFormat.CSV) {
      return Optional.of("its format is " + to(one).formatAsString());
    }
    return Optional.empty();
  }

  private Optional<String> newest(InventoryConfiguration one) {
    return roots(one)
        .flatMap(root -> deliveries(to(one), root).stream())
        .map(folder -> name(to(one)) + "/" + folder + "manifest.json")
        .max(Comparator.naturalOrder());
  }

  /** A prefix that ends by a slash was seen with and without another one behind it. */
  private Stream<String> roots(InventoryConfiguration one) {
    String prefix = to(one).prefix();
    String path = bucket.name() + "/" + one.id() + "/";
    if (prefix == null || prefix.isEmpty()) {
      return Stream.of(path);
    }
    return prefix.endsWith("/")
        ? Stream.of(prefix + path, prefix + "/" + path)
        : Stream.of(prefix + "/" + path);
  }

  /** Folders named by the time of the count; those of the files sort behind all of them. */
  private List<String> deliveries(InventoryS3BucketDestination to, String root) {
    S3Client s3 = session.clients().s3(bucket.region());
    LocalDate first = LocalDate.ofInstant(session.now().minus(OLDEST), ZoneOffset.UTC);
    return ofFiles(
            () ->
                session.call(
                    Action.LIST_OBJECTS,
                    bucket.region(),
                    () ->
                        s3.listObjectsV2(
                            it ->
                                it.bucket(name(to))
                                    .expectedBucketOwner(to.accountId())
                                    .prefix(root)
                                    .delimiter("/")
                                    .startAfter(root + first))))
        .commonPrefixes()
        .stream()
        .map(CommonPrefix::prefix)
        .filter(DELIVERY.asMatchPredicate())
        .toList();
  }

  /** That the place of the files is gone does not mean that the bucket is. */
  static <T> T ofFiles(Supplier<T> question) {
    try {
      return question.get();
    } catch (ConnectorException failure) {
      throw failure.category() == Category.NOT_FOUND
          ? ConnectorException.of(
              Category.UNSUPPORTED, failure.getMessage() + ": the inventory cannot be read")
          : failure;
    }
  }

  private static InventoryS3BucketDestination to(InventoryConfiguration one) {
    return one.destination().s3BucketDestination();
  }

  private static String name(InventoryS3BucketDestination to) {
    return to.bucket().substring(to.bucket().lastIndexOf(':') + 1);
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private ConnectorException unsupported(List<InventoryConfiguration> all) {
    String flaws =
        all.stream()
            .map(it -> it.id() + ": " + flaw(it).orElse(""))
            .collect(Collectors.joining("; ", " (", ")"));
    return ConnectorException.of(
        Category.UNSUPPORTED,
        "s3://"
            + bucket.name()
            + " has no inventory that can be read"
            + (all.isEmpty() ? "" : flaws)
            + ": configure one of the whole bucket as CSV, with size and date of last change, or"
            + " take the bucket out of inventories-of");
  }

  private ConnectorException late(InventoryConfiguration one) {
    return ConnectorException.of(
        Category.UNSUPPORTED,
        "inventory "
            + one.id()
            + " of s3://"
            + bucket.name()
            + " was not delivered to s3://"
            + name(to(one))
            + " within "
            + OLDEST.toDays()
            + " days: the first takes up to 48 hours; check that bucket's policy");
  }
}
