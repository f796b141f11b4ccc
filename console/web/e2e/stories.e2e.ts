// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { added } from './adding-up.ts';
import { decisions } from './decisions.ts';
import { running } from './running.ts';
import { complaintsOf } from './browser.ts';
import { accessible, heading, picture, shown, World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.end());

test('a newcomer opens the link and sees the score, its interval and what is missing; the secret is gone from the address', async () => {
  const page = await world.visitor('Ada', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('link', { name: 'Acme Ltd' }).click();
  await heading(page, 'Profile');
  expect(page.url()).not.toContain('link=');
  const bands = page.getByRole('img', { name: /of 5, between .* coverage/ });
  expect(await bands.count()).toBe(9);
  await shown(page, 'No level yet');
  await shown(page, /lower bound/);
  await shown(page, 'Why it moved');
  await page.getByRole('img', { name: /^From [\d.]+ to .*Performance/ }).waitFor();
  await accessible(page, 'score');
  await picture(page, 'score', 1180);
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('bars of the waterfall add up, as they are printed, however they are grouped', async () => {
  const page = await world.visitor('Bea', { viewport: { width: 1280, height: 900 } });
  for (const grouping of ['By indicator', 'By platform', 'By reason']) {
    await page.getByText(grouping, { exact: true }).click();
    added(await page.getByRole('img', { name: /^From [\d.]+ to / }).first().getAttribute('aria-label'), grouping);
  }
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('an indicator is explained down to where it was read, and its table can be taken away', async () => {
  const page = await world.visitor('Bea', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('link', { name: 'Indicators' }).click();
  await page.getByRole('link', { name: /^GOV\.OWN/ }).click();
  await shown(page, 'Every active data asset has an accountable owner');
  await page.getByRole('heading', { name: 'Where it comes from' }).waitFor();
  await page.getByRole('link', { name: 'warehouse' }).first().waitFor();
  const failing = page.getByRole('region', { name: 'Which assets keep it down' });
  await failing.getByText('127', { exact: true }).waitFor();
  await failing.getByText('snowflake://acme-warehouse/archive/table_001').waitFor();
  await failing.getByRole('button', { name: 'Show more' }).click();
  await failing.getByText('snowflake://acme-warehouse/archive/table_127').waitFor();
  expect(await failing.getByText('/sales/').count()).toBe(0);
  await accessible(page, 'indicator');
  await page.getByLabel('Export GOV.OWN', { exact: true }).click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).first().click()]);
  expect(saved.suggestedFilename()).toBe('GOV.OWN.csv');
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('a connector is added after its faults were told at the fields, fails with a remedy, and is mended', async () => {
  const page = await world.visitor('Bea', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('link', { name: 'Connectors' }).click();
  await page.getByRole('link', { name: 'Connect a platform' }).click();
  await page.getByText('PostgreSQL', { exact: true }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await shown(page, 'One of url, host is needed');
  await page.getByRole('textbox', { name: /^Name/ }).fill('shop');
  await page.getByLabel('host', { exact: true }).fill('db.example.com');
  await shown(page, 'is needed with host');
  await page.getByLabel('user', { exact: true }).fill('tidemark');
  await page.getByLabel('password', { exact: true }).fill('canary-in-the-mine');
  await accessible(page, 'configurator');
  await picture(page, 'configurator', 1100);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await heading(page, 'shop');
  await world.tell('read shop');
  await shown(page, 'in sync');
  await world.tell('refuse shop');
  await shown(page, 'The server refused the password of the role tidemark.');
  await shown(page, /Check the credential/);
  await accessible(page, 'failing connector');
  await world.tell('read shop');
  await page.getByText('The server refused the password').first().waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain('canary');
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('of two who change the same, the second is told and decides', async () => {
  const bea = await world.visitor('Bea');
  const ada = await world.visitor('Ada');
  for (const page of [bea, ada]) {
    await page.goto(world.at('connectors'));
    await page.getByRole('link', { name: 'lake' }).click();
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    await page.getByRole('textbox', { name: /^Name/ }).waitFor();
  }
  await bea.getByRole('textbox', { name: /^Name/ }).fill('lake of Bea');
  await bea.getByRole('button', { name: 'Save' }).click();
  await heading(bea, 'lake of Bea');
  await ada.getByRole('textbox', { name: /^Name/ }).fill('lake of Ada');
  await ada.getByRole('button', { name: 'Save' }).click();
  await shown(ada, 'Somebody changed this meanwhile');
  await shown(ada, /It is now called lake of Bea/);
  await accessible(ada, 'conflict');
  await ada.getByRole('button', { name: 'Save mine over it' }).click();
  await heading(ada, 'lake of Ada');
  await bea.context().close();
  await ada.context().close();
});

test('reading is paused and gone on with, and a rewind first says what it takes away', async () => {
  const page = await world.visitor('Bea');
  await page.goto(world.at('connectors'));
  await page.getByRole('link', { name: 'warehouse' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('button', { name: 'Read tables again' }).click();
  await shown(page, /hours and days/);
  await accessible(page, 'rewind');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});

test('an expired session asks for a link again and keeps nothing in sight', async () => {
  const page = await world.visitor('Bea');
  await heading(page, 'Acme Ltd');
  await world.tell('expire Bea');
  await heading(page, 'Your session is over');
  await accessible(page, 'sign in');
  await page.context().close();
});

test('an organisation that is not yours is not there, by whatever address', async () => {
  const page = await world.visitor('Eve');
  await page.goto(world.at('connectors'));
  await shown(page, 'No such organisation among yours');
  await accessible(page, 'foreign organisation');
  expect(await page.content()).not.toContain('warehouse');
  await page.context().close();
});

test('a first visit without anything says what to do next', async () => {
  const page = await world.visitor('Eve');
  await shown(page, 'There is no score yet');
  await page.getByRole('link', { name: 'Connectors' }).click();
  await shown(page, 'Nothing is connected yet');
  await accessible(page, 'empty');
  await page.context().close();
});

for (const [device, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page holds to WCAG 2.2 AA on ${device} in ${colorScheme}, and fits it`, async () => {
      const page = await world.visitor('Ada', { colorScheme, viewport });
      await page.getByRole('link', { name: 'Acme Ltd' }).waitFor();
      await accessible(page, `organisations, ${colorScheme}`);
      for (const [path, title] of [...pages, ...(await pagesOfWarehouse(page))]) {
        await page.goto(world.at(path));
        await heading(page, title);
        await page.getByText(/Waiting for/).first().waitFor({ state: 'detached' });
        await accessible(page, `${path}, ${colorScheme}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${path} is wider than ${device}`).toBeLessThanOrEqual(viewport.width);
        if (path === 'score' && colorScheme === 'dark' && viewport.width < 400) {
          await picture(page, 'phone', 844);
        }
      }
      await page.goto(`${world.origin}/nowhere`);
      await heading(page, 'There is no such page');
      await accessible(page, `nowhere, ${colorScheme}`);
      expect(complaintsOf(page)).toEqual([]);
      await page.context().close();
    });
  }
}

const pages = [
  ['score', 'Acme Ltd'],
  ['indicators', 'Indicators'],
  ['indicators/GOV.OWN', 'GOV.OWN owned'],
  ['coverage', 'Coverage'],
  ['connectors', 'Connectors'],
  ['connectors/new', 'Connect a platform'],
  ['rejected', 'Rejected records'],
  ['estate', 'Estate'],
  ['models', 'Models'],
  ['audit', 'Audit'],
  ['nothing', 'There is no such page'],
] as const;

/** A connector and the form that changes it. */
async function pagesOfWarehouse(page: Page): Promise<readonly (readonly [string, string])[]> {
  await page.goto(world.at('connectors'));
  const link = await page.getByRole('link', { name: 'warehouse' }).getAttribute('href');
  const path = `connectors/${link?.split('/').at(-1)}`;
  return [
    [path, 'warehouse'],
    [`${path}/settings`, 'Change warehouse'],
  ];
}

decisions(() => world);
running(() => world);
