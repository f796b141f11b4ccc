// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

/**
 * Where one database is and how to log in to it.
 *
 * @param jdbcUrl without user and password
 * @param user the role to connect as
 * @param password that role's password
 */
public record Database(String jdbcUrl, String user, Password password) {}
