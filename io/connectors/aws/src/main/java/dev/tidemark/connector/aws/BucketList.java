// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * The account's buckets that are to be read.
 *
 * @param created when the bucket, or its configuration, was made; null where the service is silent
 */
record BucketList(String name, String region, @Nullable Instant created) {
  private static final int MOST_PER_REQUEST = 1_000;

  static List<BucketList> read(Session session) {
    List<BucketList> buckets = new ArrayList<>();
    String token = null;
    do {
      ListBucketsResponse response = request(session, token);
      response.buckets().forEach(bucket -> add(bucket, session, buckets));
      token = response.continuationToken();
    } while (token != null);
    return buckets;
  }

  private static ListBucketsResponse request(Session session, @Nullable String token) {
    String home = session.account().home();
    S3Client s3 = session.clients().s3(home);
    ListBucketsRequest request =
        ListBucketsRequest.builder().maxBuckets(MOST_PER_REQUEST).continuationToken(token).build();
    return session.call(Action.LIST_BUCKETS, home, () -> s3.listBuckets(request));
  }

  private static void add(Bucket bucket, Session session, List<BucketList> buckets) {
    if (session.scope().buckets().contains(bucket.name())) {
      String region =
          bucket.bucketRegion() == null ? region(bucket, session) : bucket.bucketRegion();
      if (session.account().regions().contains(region)) {
        buckets.add(new BucketList(bucket.name(), region, bucket.creationDate()));
      }
    }
  }

  /** A service that is S3 in its interface only may not tell; an empty answer means us-east-1. */
  private static String region(Bucket bucket, Session session) {
    String home = session.account().home();
    S3Client s3 = session.clients().s3(home);
    String location =
        session
            .call(
                Action.BUCKET_LOCATION,
                home,
                () -> s3.getBucketLocation(request -> request.bucket(bucket.name())))
            .locationConstraintAsString();
    return location == null || location.isEmpty() ? "us-east-1" : location;
  }
}
