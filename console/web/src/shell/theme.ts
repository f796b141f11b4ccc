// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Light or dark as the reader's system has it, until the reader says otherwise. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'tidemark-theme';
const DARK = '(prefers-color-scheme: dark)';

export function theme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function choose(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  show();
}

export function followTheme(): void {
  matchMedia(DARK).addEventListener('change', show);
  show();
}

function show(): void {
  const chosen = theme();
  const dark = chosen === 'dark' || (chosen === 'system' && matchMedia(DARK).matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
