// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Job } from './job.ts';
import { complaintsOf } from './browser.ts';
import { Laps } from './laps.ts';
import { accessible, heading, picture, shown, type World } from './world.ts';

/** What people see of a job that runs: nothing here is played but the shop it reads. */
export function running(world: () => World): void {
  test('a newcomer connects a platform to a running job, sees it fail with a remedy, mends it, and sees the score move', async () => {
    const source = await world().source();
    const laps = new Laps();
    const job = new Job();
    try {
      const link = await job.link;
      laps.lap('the console says where it is');
      const page = await world().browse(link, { viewport: { width: 1280, height: 900 } });
      await heading(page, 'Profile');
      const score = page.getByText(/^of 5, between/).first();
      await score.waitFor();
      laps.lap('the score of what is there is shown');

      await page.getByRole('link', { name: 'Connectors' }).click();
      await page.getByRole('link', { name: 'Connect a platform' }).click();
      await page.getByText('PostgreSQL', { exact: true }).click();
      await page.getByRole('textbox', { name: /^Name/ }).fill('shop');
      await page.getByLabel('url', { exact: true }).fill(source.address('not the password'));
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await heading(page, 'shop');
      await shown(page, /cannot be read/);
      await shown(page, /Check the credential/);
      laps.lap('a platform is connected, and refused with a remedy');
      await accessible(page, 'failing connector of a running job');

      await page.getByRole('link', { name: 'Score' }).click();
      const before = await told(page);
      await page.goBack();
      await page.getByRole('link', { name: 'Change', exact: true }).click();
      await page.getByRole('button', { name: 'Change it' }).click();
      await page.getByLabel('url', { exact: true }).fill(source.address());
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await shown(page, 'It can be read');
      laps.lap('it is mended and checked');
      await page.getByRole('button', { name: 'Save' }).click();
      await heading(page, 'shop');
      await shown(page, 'in sync');
      await shown(page, /records, .* calls/);
      laps.lap('it is read');

      await page.getByRole('link', { name: 'Score' }).click();
      await expect.poll(() => told(page), { timeout: 120_000 }).not.toEqual(before);
      laps.lap('the score has moved');
      await explained(page, 'GOV.DOC', 'shop');
      laps.lap('it is explained down to what was counted, and who read it');
      console.log(`From ./tidemark up on:\n${laps}`);
      await page.goBack();
      await heading(page, 'Indicators');
      await page.goBack();
      await accessible(page, 'score of a running job');
      await picture(page, 'running', 900);
      expect(complaintsOf(page)).toEqual([]);

      await page.getByRole('link', { name: 'Connectors' }).click();
      await page.getByRole('link', { name: 'shop' }).click();
      await page.getByRole('button', { name: 'Read tables again' }).click();
      await shown(page, /hours and days/);
      await page.getByRole('dialog').getByRole('button', { name: 'Rewind' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /^tables/ }).getByText('in sync').waitFor();
      expect(await page.content()).not.toContain(source.password);
      await page.context().close();
    } finally {
      await job.end();
    }
  }, 1_200_000);
}

/** An indicator of the score down to what was counted of it, and the connector it was read by. */
async function explained(page: Page, indicator: string, connector: string): Promise<void> {
  await page.getByRole('link', { name: 'Indicators' }).click();
  await page.getByRole('link', { name: new RegExp(`^${indicator.replace('.', '\\.')}`) }).click();
  await page.getByRole('table', { name: 'Evidence by platform' }).getByText(/^\d+ of \d+$/).first().waitFor();
  await page.getByRole('table', { name: 'Streams behind the evidence' }).getByRole('link', { name: connector }).first().waitFor();
}

/** The whole and its dimensions, as they are told. */
async function told(page: Page): Promise<readonly string[]> {
  const bands = page.getByRole('img', { name: /of 5, between .* coverage/ });
  await bands.nth(8).waitFor();
  return bands.evaluateAll((all) => all.map((it) => it.getAttribute('aria-label') ?? ''));
}
