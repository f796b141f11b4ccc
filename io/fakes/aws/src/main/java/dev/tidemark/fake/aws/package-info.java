// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Amazon Web Services in this process: the wire protocols of S3 (rest-xml), Glue and SageMaker
 * (json-1.1), CloudWatch and STS (query), with signatures, permissions, pages, throttling and the
 * vendor's own words for what goes wrong. Written from the vendor's documentation.
 */
@NullMarked
package dev.tidemark.fake.aws;

import org.jspecify.annotations.NullMarked;
