// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
const LINK = /#link=([A-Za-z0-9_-]+)\s*$/;

/** The secret of a link, whole or cut out of the address it stands in; empty where there is none. */
export function secretOf(text: string): string {
  const inAddress = LINK.exec(text);
  if (inAddress) {
    return inAddress[1] ?? '';
  }
  const bare = text.trim();
  return /^[A-Za-z0-9_-]+$/.test(bare) ? bare : '';
}

/**
 * Takes the secret out of the browser's address, so that neither the history nor anybody who looks
 * on keeps it.
 */
export function takeLink(): string {
  const secret = LINK.exec(location.hash)?.[1] ?? '';
  if (secret) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return secret;
}
