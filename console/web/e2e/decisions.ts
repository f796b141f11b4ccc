// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { added } from './adding-up.ts';
import { complaintsOf } from './browser.ts';
import { accessible, heading, saved, shown, type World } from './world.ts';

const wide = { viewport: { width: 1280, height: 900 } };

/** What people try out and decide. */
export function decisions(world: () => World): void {
  test('steps are chosen together, and what they would do adds up', async () => {
    const page = await world().visitor('Bea', wide);
    const boxes = page.getByRole('checkbox', { name: /^What if: / });
    const whatIf = page.getByRole('region', { name: 'What if' });
    const place = await below(boxes.nth(1));
    await boxes.nth(0).check();
    await whatIf.getByText('With this step taken').waitFor();
    await whatIf.getByRole('img', { name: /^From / }).waitFor();
    expect(await below(boxes.nth(1)), 'the next choice has moved').toBe(place);
    await boxes.nth(1).check();
    await whatIf.getByText('With these 2 steps taken').waitFor();
    const bars = whatIf.getByRole('img', { name: /^From / });
    await bars.waitFor();
    added(await bars.getAttribute('aria-label'), 'what if');
    await accessible(page, 'what if');
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('a decision about the estate is seen before it is made, needs a reason, and stands beside its platform', async () => {
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('estate'));
    await page.getByRole('button', { name: 'Decide about aws://acme-lake' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^How much it counts/).fill('3');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.getByRole('alert').waitFor();
    await accessible(page, 'refused decision');
    await dialog.getByLabel(/^Why/).fill('Most of what we sell is in it.');
    await dialog.getByRole('button', { name: 'What would it do?' }).click();
    await dialog.getByText(/: from [\d.]+ \[/).waitFor();
    await accessible(page, 'rehearsed decision');
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.waitFor({ state: 'detached' });
    await shown(page, 'counts 3');
    await shown(page, /Most of what we sell/);
    await page.context().close();
  });

  test('something is stated and signed, and taken back', async () => {
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('estate'));
    await page.getByRole('button', { name: 'State something' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Indicator/).selectOption({ index: 1 });
    await dialog.getByLabel(/^Platform/).selectOption('aws://acme-lake');
    await dialog.getByLabel(/^How much of it/).fill('40');
    await dialog.getByLabel(/^Until/).fill(daysFromNow(30));
    await dialog.getByLabel(/^What you state/).fill('Counted by hand in the archive.');
    await accessible(page, 'statement');
    await dialog.getByRole('button', { name: 'Sign' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: /Counted by hand in the archive/ });
    await row.getByText('40 %').waitFor();
    await row.getByRole('button', { name: /^Take back/ }).click();
    await row.getByText(/^taken back/).waitFor();
    await page.context().close();
  });

  test('rejected records are read again, and it is said what came of it', async () => {
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('rejected'));
    await page.getByRole('checkbox', { name: 'All of them' }).check();
    await accessible(page, 'chosen records');
    await page.getByRole('button', { name: 'Read again' }).click();
    await shown(page, '2 records are read again');
    await page.getByRole('checkbox', { name: /4711/ }).check();
    await page.getByRole('button', { name: 'Read again' }).click();
    await shown(page, /waits for its stream's reader/);
    await page.context().close();
  });

  test('another version of the model says what it would do before it counts', async () => {
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('models'));
    await page.getByRole('button', { name: 'What would tidemark-core 2.0.0 do' }).click();
    await heading(page, 'With tidemark-core 2.0.0 activated');
    const bars = page.getByRole('img', { name: /^From / });
    await bars.waitFor();
    added(await bars.getAttribute('aria-label'), 'another model');
    await accessible(page, 'effect of a model');
    await page.context().close();
  });

  test('an administrator activates a version after seeing what it does, says why, and goes back', async () => {
    const page = await world().visitor('Ada', wide);
    await page.goto(world().at('models'));
    for (const [model, other] of [
      ['tidemark-core 2.0.0', 'tidemark-core 1.0.0'],
      ['tidemark-core 1.0.0', 'tidemark-core 2.0.0'],
    ] as const) {
      await page.getByRole('button', { name: `What would ${model} do` }).click();
      await heading(page, `With ${model} activated`);
      await page.getByRole('button', { name: 'Activate' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/^Why/).fill(`The board wants ${model}.`);
      await accessible(page, 'activation');
      await dialog.getByRole('button', { name: 'Activate' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('row', { name: new RegExp(`^${model}`) }).getByText('active', { exact: true }).waitFor();
      await page.getByRole('row', { name: new RegExp(`^${other}`) }).getByText('retired', { exact: true }).waitFor();
      await shown(page, `${model} was activated by Ada`);
      await shown(page, new RegExp(`The board wants ${model}`));
    }
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('whoever may not activate a version still sees what it would do', async () => {
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('models'));
    await page.getByRole('button', { name: 'What would tidemark-core 2.0.0 do' }).click();
    await page.getByRole('img', { name: /^From / }).waitFor();
    expect(await page.getByRole('button', { name: 'Activate' }).count()).toBe(0);
    await page.context().close();
  });

  test('a badge is shown on a page of other people, until its address is taken back', async () => {
    const page = await world().visitor('Ada', wide);
    await page.goto(world().at('score'));
    await page.getByRole('button', { name: 'Make an address' }).click();
    const embedded = page.getByLabel(/^For a page elsewhere/);
    await embedded.waitFor();
    await accessible(page, 'badge with an address');
    const address = /\((.*)\)$/.exec(await embedded.inputValue())?.[1] ?? '';
    expect(await widthElsewhere(address)).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('button', { name: 'Make an address' }).waitFor();
    expect(await widthElsewhere(address)).toBe(0);
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });

  /** How wide a picture is to somebody of another site who is not signed in; 0 where there is none. */
  async function widthElsewhere(address: string): Promise<number> {
    const context = await world().browser.newContext();
    const page = await context.newPage();
    const found = await page.evaluate(
      (src) =>
        new Promise<number>((done) => {
          const image = new Image();
          image.onload = () => done(image.naturalWidth);
          image.onerror = () => done(0);
          image.src = src;
        }),
      address,
    );
    await context.close();
    return found;
  }

  test('volumes are drawn for each stream, and every chart and table can be taken away', async () => {
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('connectors'));
    await page.getByRole('link', { name: 'warehouse' }).click();
    await page.getByRole('img', { name: /^24 hours; the most was/ }).waitFor();
    await page.getByText('A month', { exact: true }).click();
    await page.getByRole('img', { name: /^744 hours/ }).waitFor();
    await page.getByRole('combobox', { name: /^Stream/ }).selectOption('tables');
    await shown(page, /records, .* calls, .* polls failed/);
    await accessible(page, 'volumes');
    for (const ending of ['csv', 'json', 'svg', 'png']) {
      const file = await saved(page, 'volumes', ending);
      expect(file.length, ending).toBeGreaterThan(200);
    }
    await page.context().close();
  });

  test('the profile shows a target, the course its performance index, and the score fits a badge', async () => {
    const page = await world().visitor('Bea', wide);
    await shown(page, /performance index/);
    await page.getByText('Radar', { exact: true }).click();
    await page.getByText('Target profile, kept in this browser').click();
    for (const box of await page.getByRole('spinbutton').all()) {
      await box.fill('4');
    }
    await page.getByRole('img', { name: /Data quality & reliability [\d.]+, between .*, target 4\.00/ }).waitFor();
    await accessible(page, 'radar with a target');
    await page.reload();
    await page.getByText('Radar', { exact: true }).click();
    await page.getByRole('img', { name: /target 4\.00/ }).waitFor();
    await page.getByRole('img', { name: /^Badge: / }).waitFor();
    expect((await saved(page, 'badge', 'svg')).toString()).toContain('data &amp; AI maturity');
    expect((await saved(page, 'history', 'csv')).toString()).toContain('performance_index');
    expect(complaintsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('an account is tried before it is saved: refused with a remedy, mended, and seen with samples', async () => {
    const source = await world().source();
    const page = await world().visitor('Bea', wide);
    await page.goto(world().at('connectors/new'));
    await page.getByText('PostgreSQL', { exact: true }).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill('shop to try');
    await page.getByLabel('url', { exact: true }).fill(source.address('not the password'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await shown(page, 'It cannot be read yet');
    await shown(page, /Not met/);
    await accessible(page, 'refused check');
    await page.getByLabel('url', { exact: true }).fill(source.address());
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await shown(page, 'It can be read');
    await page.getByRole('button', { name: 'See samples' }).click();
    await shown(page, 'Reading it would bring');
    await page.getByText(/^tables/).first().click();
    await page.getByRole('table', { name: 'First records of tables' }).waitFor();
    await accessible(page, 'samples');
    expect(await page.locator('body').innerText()).not.toContain(source.password);
    await page.context().close();
  });
}

/** How far below the top of its panel something stands, wherever that is. */
function below(what: Locator): Promise<number> {
  return what.evaluate((it) => Math.round(it.getBoundingClientRect().top - it.closest('section')!.getBoundingClientRect().top));
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
