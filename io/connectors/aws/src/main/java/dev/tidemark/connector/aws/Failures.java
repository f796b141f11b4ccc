// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.thirdparty.jackson.core.exc.InputCoercionException;

/** Turns what the SDK reports into a category and a message with a remedy. */
record Failures(Account account) {
  private static final Set<String> UNKNOWN_CREDENTIAL =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "InvalidAccessKeyId",
          "InvalidToken",
          "AuthFailure",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "NotAuthorized");
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AllAccessDisabled");
  private static final Set<String> SKEWED =
      Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheRequest");
  private static final Set<String> BUSY =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottled",
          "RequestThrottledException",
          "TooManyRequestsException",
          "RequestLimitExceeded",
          "LimitExceededException",
          "SlowDown",
          "BandwidthLimitExceeded",
          "PriorRequestNotComplete",
          "ActiveStatementsExceededException",
          "ActiveSessionsExceededException");
  private static final Set<String> GONE =
      Set.of(
          "NoSuchBucket",
          "EntityNotFoundException",
          "ResourceNotFound",
          "ResourceNotFoundException",
          "NoSuchKey");
  private static final Set<String> NO_WAREHOUSE =
      Set.of(
          Action.STATEMENT + " ValidationException",
          Action.FIND_CLUSTER + " ClusterNotFound",
          Action.FIND_WORKGROUP + " ResourceNotFoundException");
  private static final Set<String> NO_QUEUE =
      Set.of("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue");
  private static final Set<String> ABSENT =
      Set.of(
          "ServerSideEncryptionConfigurationNotFoundError",
          "NoSuchPublicAccessBlockConfiguration",
          "NoSuchTagSet",
          "NoSuchBucketPolicy",
          "NoSuchLifecycleConfiguration",
          "OwnershipControlsNotFoundError");
  private static final Set<String> CLOSED =
      Set.of("OptInRequired", "InvalidRegion", "SubscriptionRequiredException");

  /** The parser of JSON takes it for a broken stream; to read it again would not help. */
  private static final Class<InputCoercionException> NUMBER_TOO_LARGE =
      InputCoercionException.class;

  /** Whether the service says that it is asked too often. */
  static boolean isBusy(Throwable failure) {
    return failure instanceof AwsServiceException service
        && (BUSY.contains(code(service)) || service.statusCode() == 429);
  }

  /** Whether the service says that a configuration was never made. */
  static boolean isAbsence(Throwable failure) {
    return failure instanceof AwsServiceException service && ABSENT.contains(code(service));
  }

  /** Whether the service says that a temporary key is of no use any more. */
  static boolean isExpiry(Throwable failure) {
    return failure instanceof AwsServiceException service && EXPIRED.contains(code(service));
  }

  /** Whether trying once more at once is worth it: a broken connection or an error of theirs. */
  static boolean isHiccup(Throwable failure) {
    if (failure instanceof AwsServiceException service) {
      return service.statusCode() >= 500 && !isBusy(failure);
    }
    return failure instanceof IOException || failure.getCause() instanceof IOException;
  }

  ConnectorException of(SdkException failure, Action action, String region) {
    return failure instanceof AwsServiceException service
        ? refused(service, action, region)
        : failed(failure, action, region);
  }

  private ConnectorException refused(AwsServiceException failure, Action action, String region) {
    String code = code(failure);
    String what = action.permission() + " in " + region;
    if (isBusy(failure)) {
      return busy(what + ": asked to slow down (" + code + ")", failure);
    }
    if (EXPIRED.contains(code)) {
      return of(Category.AUTH, "the credential has expired: renew the session-token", failure);
    }
    if (UNKNOWN_CREDENTIAL.contains(code)) {
      return of(Category.AUTH, unknown(code), failure);
    }
    if (SKEWED.contains(code)) {
      return of(Category.CONFIG, "the clock of this machine is wrong: set it by NTP", failure);
    }
    if (CLOSED.contains(code)) {
      return of(Category.UNSUPPORTED, region + " is not enabled: take it out of regions", failure);
    }
    if (NO_WAREHOUSE.contains(action + " " + code)) {
      return of(
          Category.CONFIG,
          what + ": there is no such cluster, workgroup or user: correct the option redshift",
          failure);
    }
    if (NO_QUEUE.contains(code)) {
      return of(
          Category.CONFIG,
          what + ": there is no such queue: correct the option event-queue",
          failure);
    }
    if (GONE.contains(code)) {
      return of(Category.NOT_FOUND, what + ": no longer there (" + code + ")", failure);
    }
    return DENIED.contains(code) || failure.statusCode() == 403
        ? denied(action, region, failure)
        : other(failure, what, code);
  }

  private ConnectorException denied(Action action, String region, AwsServiceException failure) {
    if (isOfRole(failure)) {
      return of(
          Category.AUTH,
          "the role "
              + account.role()
              + " cannot be assumed: check role-arn, external-id and the role's trust policy",
          failure);
    }
    return of(
        Category.PERMISSION,
        action.permission()
            + " is not allowed in "
            + region
            + ": add "
            + action.permission()
            + " to the policy of the connector's role or user in account "
            + account.number(),
        failure);
  }

  /** The role is assumed on the way to any service; who one is, everybody may ask. */
  private static boolean isOfRole(AwsServiceException failure) {
    return failure.awsErrorDetails() != null
        && "Sts".equalsIgnoreCase(failure.awsErrorDetails().serviceName());
  }

  private ConnectorException other(AwsServiceException failure, String what, String code) {
    int status = failure.statusCode();
    if (status >= 500) {
      return of(
          Category.TRANSIENT,
          what + " failed for now (" + status + " " + code + "): it is tried again",
          failure);
    }
    if (status == 404) {
      return of(Category.NOT_FOUND, what + ": not there (" + code + ")", failure);
    }
    return status >= 300 && status < 400
        ? of(Category.CONFIG, what + " answers elsewhere (" + code + "): check endpoint", failure)
        : of(
            Category.INTERNAL,
            what + " was refused as malformed (" + code + "): please report it",
            failure);
  }

  private ConnectorException failed(SdkException failure, Action action, String region) {
    String what = action.permission() + " in " + region;
    if (String.valueOf(failure.getMessage()).startsWith("Unable to load credentials")) {
      return of(
          Category.AUTH,
          "no credential was found: give access-key-id and secret-access-key, or run with a role",
          failure);
    }
    if (has(failure, UnknownHostException.class)) {
      return of(
          Category.TRANSIENT,
          what + ": the host name is unknown: check the network, regions and endpoint",
          failure);
    }
    if (has(failure, SSLException.class)) {
      return of(
          Category.CONFIG, what + ": no encryption both sides accept: check endpoint", failure);
    }
    boolean isBroken = has(failure, IOException.class) && !has(failure, NUMBER_TOO_LARGE);
    return isBroken || timedOut(failure)
        ? of(Category.TRANSIENT, what + " cannot be reached: check network and endpoint", failure)
        : of(
            Category.DATA,
            what + " answered what cannot be understood: it is tried again; check endpoint",
            failure);
  }

  private static boolean timedOut(SdkException failure) {
    return failure.getClass().getSimpleName().contains("Timeout");
  }

  private String unknown(String code) {
    return account.accessKey() == null
        ? "the credential found in the environment is not accepted (" + code + "): renew it"
        : "the access key is not accepted ("
            + code
            + "): correct access-key-id and secret-access-key";
  }

  /** The services rarely state a time; without one the pause is for the pipeline to choose. */
  private static ConnectorException busy(String message, AwsServiceException failure) {
    long stated = stated(failure);
    return stated == 0
        ? of(Category.RATE_LIMITED, message, failure)
        : ConnectorException.rateLimited(message, Instant.now().plusSeconds(stated));
  }

  private static long stated(AwsServiceException failure) {
    if (failure.awsErrorDetails() == null || failure.awsErrorDetails().sdkHttpResponse() == null) {
      return 0;
    }
    return failure
        .awsErrorDetails()
        .sdkHttpResponse()
        .firstMatchingHeader("Retry-After")
        .map(Failures::seconds)
        .orElse(0L);
  }

  private static long seconds(String text) {
    return text.strip().matches("\\d{1,6}") ? Long.parseLong(text.strip()) : 0;
  }

  static String code(AwsServiceException failure) {
    String code = failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorCode();
    return code == null ? "status " + failure.statusCode() : code;
  }

  /** The cause is kept without its message, which may quote what was sent. */
  private static ConnectorException of(Category category, String message, SdkException failure) {
    String kind = failure.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    IllegalStateException cause = new IllegalStateException(kind);
    cause.setStackTrace(failure.getStackTrace());
    return ConnectorException.of(category, message, cause);
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
