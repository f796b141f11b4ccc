// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.TagOptions;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What can be told to the connector. */
final class AwsOptions {
  static final Option<String> ACCOUNT =
      Option.text("account", "[0-9]{12}", "an account number of twelve digits")
          .describedAs("The account to read; taken from role-arn where that is given.");
  static final Option<List<String>> REGIONS =
      Option.texts("regions")
          .describedAs("Regions to read, such as eu-central-1; buckets elsewhere are left out.")
          .required();
  static final Option<String> ROLE =
      Option.text(
              "role-arn",
              "arn:aws[a-z-]*:iam::[0-9]{12}:role/.+",
              "an address arn:aws:iam::ACCOUNT:role/NAME")
          .describedAs("The role to assume in the account.");
  static final Option<String> EXTERNAL_ID =
      Option.text("external-id", "[\\w+=,.@:/-]{2,1224}", "2 to 1224 letters, digits or +=,.@:/-_")
          .describedAs("What the role's trust policy asks for as sts:ExternalId.");
  static final Option<String> ACCESS_KEY =
      Option.text("access-key-id", "[A-Z0-9]{16,128}", "16 or more capital letters and digits")
          .describedAs(
              "An access key; without one the environment's own credential is used (variables,"
                  + " profile, container or instance role).");
  static final Option<Secret> SECRET_KEY =
      Option.secret("secret-access-key").describedAs("The access key's secret.");
  static final Option<Secret> SESSION_TOKEN =
      Option.secret("session-token").describedAs("Where the access key is a temporary one.");
  static final Option<List<String>> BUCKETS =
      Option.texts("buckets")
          .describedAs("Buckets to read, with * and ? as wildcards.")
          .orElse(List.of("*"));
  static final Option<List<String>> EXCLUDED_BUCKETS =
      Option.texts("exclude-buckets")
          .describedAs("Buckets to leave out, with * and ? as wildcards.");
  static final Option<List<String>> LISTED_BUCKETS =
      Option.texts("list-objects-of")
          .describedAs(
              "Buckets whose objects are listed one by one, with * and ? as wildcards; one request"
                  + " for every thousand objects.");
  static final Option<List<String>> INVENTORIED_BUCKETS =
      Option.texts("inventories-of")
          .describedAs(
              "Buckets whose objects are counted from the newest S3 Inventory of them, with * and"
                  + " ? as wildcards; where there is none to read, those of list-objects-of are"
                  + " listed and the others left out.");
  static final Option<String> EVENT_QUEUE =
      Option.text("event-queue", EventQueue.PATTERN, "the ARN or the address of a queue")
          .describedAs(
              "A queue of SQS, for this connector alone, in which event notifications of those"
                  + " buckets arrive: what changes is then listed within seconds.");
  static final Option<List<String>> OWNER_TAGS =
      TagOptions.OWNER.describedAs(
          "Tags and table parameters that name an owner, in small letters.");
  static final Option<List<String>> CLASS_TAGS =
      TagOptions.CLASS.describedAs("Tags and table parameters that say how sensitive data is.");
  static final Option<List<String>> DESCRIPTION_TAGS =
      TagOptions.DESCRIPTION.describedAs("Tags of a bucket that say what it holds.");
  static final Option<List<String>> APPROVAL_TAGS =
      TagOptions.EXPOSURE_APPROVAL.describedAs(
          "Tags whose value true or yes approves that a bucket is public.");
  static final Option<List<String>> REDSHIFT =
      Option.texts("redshift")
          .describedAs(
              "Databases of Redshift to read: cluster/NAME/DATABASE or workgroup/NAME/DATABASE,"
                  + " with REGION: in front where it is not the first of regions.");
  static final Option<String> REDSHIFT_USER =
      Option.text("redshift-user")
          .describedAs(
              "The database user to be in clusters; without one, the IAM role or user of the"
                  + " credential.");
  static final Option<String> REDSHIFT_LOGIN =
      Option.text("redshift-login", "arn:aws[a-z-]*:secretsmanager:.+", "an ARN of Secrets Manager")
          .describedAs("What Secrets Manager keeps to log in to the databases with instead.");
  static final Option<WarehouseLogin.Access> REDSHIFT_ACCESS =
      Option.choice("redshift-access", WarehouseLogin.Access.class)
          .describedAs(
              "How those databases are asked: by the Data API, or by SQL over connections to where"
                  + " they listen.")
          .orElse(WarehouseLogin.Access.DATA_API);
  static final Option<Secret> REDSHIFT_PASSWORD =
      Option.secret("redshift-password")
          .describedAs(
              "The password of redshift-user for connections; without one, a temporary one is asked"
                  + " for.");
  static final Option<WarehouseLogin.Encryption> REDSHIFT_ENCRYPTION =
      Option.choice("redshift-encryption", WarehouseLogin.Encryption.class)
          .describedAs("How connections are encrypted and the server's identity checked.")
          .orElse(WarehouseLogin.Encryption.VERIFY_FULL);
  static final Option<List<String>> REDSHIFT_SERVICES =
      Option.texts("redshift-services")
          .describedAs(
              "Users of Redshift that are programs and no persons, with * and ? as wildcards.")
          .orElse(List.of("IAMR:*"));
  static final Option<Duration> HISTORY =
      Option.duration("history", Duration.ofDays(1), Duration.ofDays(90))
          .describedAs("How far back runs are read when they are first read.")
          .orElse(Duration.ofDays(28));
  static final Option<URI> ENDPOINT =
      Option.uri("endpoint", "https", "http")
          .describedAs("One address for all services, for a gateway or a service under test.");
  static final Option<Boolean> PRIVATE_ENDPOINT =
      Option.flag("allow-private-addresses")
          .describedAs("Lets endpoint lie on a private, loopback or link-local network.")
          .orElse(false);
  static final Option<Duration> TIMEOUT =
      Option.duration("request-timeout", Duration.ofSeconds(1), Duration.ofMinutes(5))
          .describedAs("How long one request may take.")
          .orElse(Duration.ofSeconds(30));
  static final Option<Integer> PAGE_SIZE =
      Option.integer("page-size", 1, 10_000)
          .describedAs("Records a page holds at most.")
          .orElse(500);

  static final Options ALL =
      Options.of(
              ACCOUNT,
              REGIONS,
              ROLE,
              EXTERNAL_ID,
              ACCESS_KEY,
              SECRET_KEY,
              SESSION_TOKEN,
              BUCKETS,
              EXCLUDED_BUCKETS,
              LISTED_BUCKETS,
              INVENTORIED_BUCKETS,
              EVENT_QUEUE,
              OWNER_TAGS,
              CLASS_TAGS,
              TagOptions.SENSITIVE,
              TagOptions.REGULATED,
              DESCRIPTION_TAGS,
              TagOptions.STAGE,
              APPROVAL_TAGS,
              REDSHIFT,
              REDSHIFT_USER,
              REDSHIFT_LOGIN,
              REDSHIFT_ACCESS,
              REDSHIFT_PASSWORD,
              REDSHIFT_ENCRYPTION,
              REDSHIFT_SERVICES,
              HISTORY,
              ENDPOINT,
              PRIVATE_ENDPOINT,
              TIMEOUT,
              PAGE_SIZE)
          .anyOf(ACCOUNT, ROLE)
          .requires(EXTERNAL_ID, ROLE)
          .bundled(ACCESS_KEY, SECRET_KEY)
          .requires(SESSION_TOKEN, ACCESS_KEY)
          .requires(EVENT_QUEUE, LISTED_BUCKETS)
          .requires(REDSHIFT_USER, REDSHIFT)
          .requires(REDSHIFT_LOGIN, REDSHIFT)
          .requires(REDSHIFT_ACCESS, REDSHIFT)
          .requires(REDSHIFT_PASSWORD, REDSHIFT_USER)
          .requires(REDSHIFT_ENCRYPTION, REDSHIFT)
          .requires(PRIVATE_ENDPOINT, ENDPOINT);

  private AwsOptions() {}
}
