// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { complaintsOf, entered, opened } from './browser.ts';
import { Job } from './job.ts';
import { accessible, heading, picture, saved } from './world.ts';

const PLATFORMS = ['aws', 'azure', 'databricks', 'salesforce', 'snowflake'];
const MOST_OF_A_YEAR = 330;

let browser: Browser;
beforeAll(async () => {
  browser = await opened();
});
afterAll(() => browser?.close());

test('the demo shows all five platforms, and a year of history', { timeout: 1_200_000 }, async () => {
  const job = new Job('demo');
  try {
    const page = await entered(browser, await job.link, { viewport: { width: 1280, height: 900 } });
    await heading(page, 'Profile');

    await page.getByRole('link', { name: 'Connectors' }).click();
    for (const name of PLATFORMS) {
      await page.getByRole('row', { name: new RegExp(name) }).getByText('in sync').waitFor();
    }
    await accessible(page, 'connectors of the demo');

    await page.getByRole('link', { name: 'Coverage' }).click();
    for (const name of PLATFORMS) {
      await page.getByRole('columnheader', { name: new RegExp(`^${name}://`) }).first().waitFor();
    }
    await accessible(page, 'coverage of the demo');

    await page.getByRole('link', { name: 'Score' }).click();
    await page.getByText('A year', { exact: true }).click();
    const course = page.getByRole('img', { name: /^From [\d.]+ on / });
    await expect.poll(async () => (await days(page)).length, { timeout: 900_000, interval: 5_000 }).toBeGreaterThan(MOST_OF_A_YEAR);
    await course.waitFor();
    await accessible(page, 'score of the demo');
    await picture(page, 'demo', 1500);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  } finally {
    await job.end();
  }

  /** The days that are drawn, each once. */
  async function days(page: Parameters<typeof saved>[0]): Promise<readonly string[]> {
    const [, ...lines] = (await saved(page, 'history', 'csv')).toString().trim().split('\n');
    return [...new Set(lines.map((line) => line.split(',')[0]!))];
  }
});
