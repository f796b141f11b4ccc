// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ListEndpointsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListModelCardsResponse;
import software.amazon.awssdk.services.sagemaker.model.ListModelPackagesResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTagsResponse;
import software.amazon.awssdk.services.sagemaker.model.ModelPackageType;

/** What SageMaker lists in a region. */
final class Models {
  private static final int MOST_PER_REQUEST = 100;

  private Models() {}

  /** Names of endpoints. */
  static List<String> endpoints(Session session, String region) {
    SageMakerClient client = session.clients().sageMaker(region);
    List<String> names = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.ENDPOINTS,
                region,
                () -> client.listEndpoints(it -> it.maxResults(MOST_PER_REQUEST).nextToken(token))),
        ListEndpointsResponse::nextToken,
        page -> page.endpoints().forEach(it -> names.add(it.endpointName())));
    return names;
  }

  /** ARNs of the versions in the registry, those without a group included. */
  static List<String> packages(Session session, String region) {
    SageMakerClient client = session.clients().sageMaker(region);
    List<String> arns = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.PACKAGES,
                region,
                () ->
                    client.listModelPackages(
                        it ->
                            it.modelPackageType(ModelPackageType.BOTH)
                                .maxResults(MOST_PER_REQUEST)
                                .nextToken(token))),
        ListModelPackagesResponse::nextToken,
        page -> page.modelPackageSummaryList().forEach(it -> arns.add(it.modelPackageArn())));
    return arns;
  }

  /** Names of model cards. */
  static List<String> cards(Session session, String region) {
    SageMakerClient client = session.clients().sageMaker(region);
    List<String> names = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.CARDS,
                region,
                () ->
                    client.listModelCards(it -> it.maxResults(MOST_PER_REQUEST).nextToken(token))),
        ListModelCardsResponse::nextToken,
        page -> page.modelCardSummaries().forEach(it -> names.add(it.modelCardName())));
    return names;
  }

  /** The tags of a thing. */
  static Map<String, String> tags(Session session, String region, String arn) {
    SageMakerClient client = session.clients().sageMaker(region);
    Map<String, String> tags = new HashMap<>();
    Tokens.each(
        token ->
            session.call(
                Action.TAGS,
                region,
                () -> client.listTags(it -> it.resourceArn(arn).nextToken(token))),
        ListTagsResponse::nextToken,
        page -> page.tags().forEach(it -> tags.put(it.key(), it.value())));
    return tags;
  }

  /** The full name of something of SageMaker; the service writes names in small letters there. */
  static String arn(Session session, String region, String name) {
    Account account = session.account();
    return String.join(
        ":",
        "arn",
        account.partition(),
        "sagemaker",
        region,
        account.number(),
        name.toLowerCase(Locale.ROOT));
  }

  static String endpointArn(Session session, String region, String endpoint) {
    return arn(session, region, "endpoint/" + endpoint);
  }
}
