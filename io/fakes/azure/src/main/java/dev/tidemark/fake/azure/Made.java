// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import java.time.Duration;
import java.time.Instant;

/** Things as the services describe them. */
final class Made {
  private Made() {}

  static ObjectNode object() {
    return Answer.JSON.createObjectNode();
  }

  static String provider(String type, String name) {
    return World.GROUP + "/providers/" + type + "/" + name;
  }

  static String storage(String account) {
    return provider("Microsoft.Storage/storageAccounts", account);
  }

  static String factory(String name) {
    return provider("Microsoft.DataFactory/factories", name);
  }

  static String workspace(String name) {
    return provider("Microsoft.MachineLearningServices/workspaces", name);
  }

  private static ObjectNode resource(String id, String type, String region) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    return object().put("id", id).put("name", name).put("type", type).put("location", region);
  }

  static ObjectNode storageAccount(String account, Instant created) {
    ObjectNode it = resource(storage(account), "Microsoft.Storage/storageAccounts", "westeurope");
    it.put("kind", "StorageV2");
    it.putObject("sku").put("name", "Standard_ZRS").put("tier", "Standard");
    it.putObject("tags");
    ObjectNode properties = it.putObject("properties");
    properties
        .put("provisioningState", "Succeeded")
        .put("creationTime", AzureTime.text(created))
        .put("allowBlobPublicAccess", true)
        .put("publicNetworkAccess", "Enabled")
        .put("supportsHttpsTrafficOnly", true)
        .put("minimumTlsVersion", "TLS1_2")
        .put("isHnsEnabled", false);
    properties
        .putObject("networkAcls")
        .put("bypass", "AzureServices")
        .put("defaultAction", "Allow");
    properties.putObject("encryption").put("keySource", "Microsoft.Keyvault");
    properties
        .putObject("primaryEndpoints")
        .put("blob", "https://" + account + ".blob.core.windows.net/")
        .put("dfs", "https://" + account + ".dfs.core.windows.net/");
    return it;
  }

  static ObjectNode blobService(String account) {
    ObjectNode it =
        object()
            .put("id", storage(account) + "/blobServices/default")
            .put("name", "default")
            .put("type", "Microsoft.Storage/storageAccounts/blobServices");
    ObjectNode properties = it.putObject("properties").put("isVersioningEnabled", true);
    properties.putObject("deleteRetentionPolicy").put("enabled", true).put("days", 14);
    properties.putObject("containerDeleteRetentionPolicy").put("enabled", true).put("days", 7);
    return it;
  }

  static ObjectNode container(String account, String name, Instant modified) {
    ObjectNode it =
        object()
            .put("id", storage(account) + "/blobServices/default/containers/" + name)
            .put("name", name)
            .put("type", "Microsoft.Storage/storageAccounts/blobServices/containers");
    it.putObject("properties")
        .put("publicAccess", "None")
        .put("hasImmutabilityPolicy", false)
        .put("hasLegalHold", false)
        .put("leaseStatus", "Unlocked")
        .put("leaseState", "Available")
        .put("lastModifiedTime", AzureTime.text(modified))
        .putObject("metadata");
    return it;
  }

  static ObjectNode lifecycle(String account, String prefix, int days) {
    ObjectNode it =
        object().put("id", storage(account) + "/managementPolicies/default").put("name", "default");
    ObjectNode rule = it.putObject("properties").putObject("policy").putArray("rules").addObject();
    rule.put("name", "expire").put("enabled", true).put("type", "Lifecycle");
    ObjectNode definition = rule.putObject("definition");
    definition.putObject("filters").putArray("blobTypes").add("blockBlob");
    definition.withObject("/filters").putArray("prefixMatch").add(prefix);
    definition
        .putObject("actions")
        .putObject("baseBlob")
        .putObject("delete")
        .put("daysAfterModificationGreaterThan", days);
    return it;
  }

  static ObjectNode dataFactory(String name) {
    ObjectNode it = resource(factory(name), "Microsoft.DataFactory/factories", "westeurope");
    it.putObject("tags");
    it.putObject("properties").put("provisioningState", "Succeeded").put("version", "2018-06-01");
    return it;
  }

  /**
   * A run.
   *
   * @param length how long it took; nothing while it runs
   */
  static ObjectNode run(String id, String pipeline, String status, Instant start, Duration length) {
    boolean isOver = !status.equals("InProgress") && !status.equals("Queued");
    Instant end = start.plus(length);
    ObjectNode run =
        object()
            .put("id", "/SUBSCRIPTIONS/x/pipelineruns/" + id)
            .put("runId", id)
            .put("runGroupId", id)
            .put("isLatest", true)
            .put("pipelineName", pipeline)
            .put("runStart", AzureTime.text(start))
            .put("runEnd", isOver ? AzureTime.text(end) : null)
            .put("status", status)
            .put("message", status.equals("Failed") ? "Operation on target Copy failed" : "")
            .put("lastUpdated", AzureTime.text(end));
    run.putObject("parameters");
    run.putObject("invokedBy")
        .put("id", "80a01654a9d34ad18b3fcac5d5d76b67")
        .put("name", "nightly")
        .put("invokedByType", "ScheduleTrigger");
    run.putArray("annotations");
    run.putObject("runDimension");
    return isOver ? run.put("durationInMs", length.toMillis()) : run.putNull("durationInMs");
  }
}
