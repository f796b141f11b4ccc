// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { existsSync } from 'node:fs';

/** As long as a starved machine may need: nothing here says how fast anything is. */
const PATIENCE = Number(process.env['TIDEMARK_PATIENCE'] ?? 120_000);

const CHROMIUM = process.env['TIDEMARK_CHROMIUM'] ?? '/usr/bin/chromium';

export type Options = Parameters<Browser['newContext']>[0];

export async function opened(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`There is no Chromium at ${CHROMIUM}: .ci/browser installs it, or point TIDEMARK_CHROMIUM to one.`);
  }
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Somebody with a browser of their own, let in by a link. */
export async function entered(browser: Browser, link: string, options: Options = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  watch(page, context);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  return page;
}

/** What a page complained of: errors of scripts, and what the content security policy held back. */
const complaints = new WeakMap<BrowserContext, string[]>();

function watch(page: Page, context: BrowserContext): void {
  const heard: string[] = [];
  complaints.set(context, heard);
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    // An answer that says no is a part of some stories.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      heard.push(message.text());
    }
  });
}

export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page.context()) ?? [];
}
