// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { faultsOf, mainSettings, steps, type SettingsSchema } from './settings-schema.ts';

const schema: SettingsSchema = {
  properties: {
    url: { type: 'string', pattern: '^(?:postgresql://.+)$', writeOnly: true },
    host: { type: 'string', pattern: '^(?:[^/@ ]+)$' },
    port: { type: 'integer', minimum: 1, maximum: 65_535, default: 5432 },
    user: { type: 'string' },
    sslmode: { type: 'string', enum: ['prefer', 'require'], default: 'prefer' },
    timeout: { type: 'string', pattern: '^P.+$', title: 'a length of time such as PT30S' },
  },
  allOf: [{ oneOf: [{ required: ['url'] }, { required: ['host'] }] }, { not: { required: ['user', 'url'] } }],
  dependentRequired: { host: ['user'], port: ['host'] },
};

const details = (values: Record<string, unknown>) => faultsOf(schema, values).map((it) => `${it.name}: ${it.detail}`);

test('what belongs together is asked for together', () => {
  expect(details({})).toEqual(['host: One of url, host is needed']);
  expect(details({ host: 'db' })).toEqual(['user: is needed with host']);
  expect(details({ host: 'db', user: 'tidemark' })).toEqual([]);
});

test('what excludes each other is not taken both', () => {
  expect(details({ url: 'postgresql://x', host: 'db', user: 'u' })).toEqual([
    'host: excludes url: give only one of them',
    'url: excludes user: give only one of them',
  ]);
});

test('each value is held to its own rules, in words where there are any', () => {
  const known = { host: 'db', user: 'u' };
  expect(details({ ...known, port: 70_000 })).toEqual(['port: must be a number from 1 to 65535']);
  expect(details({ ...known, sslmode: 'maybe' })).toEqual(['sslmode: must be one of prefer, require']);
  expect(details({ ...known, timeout: '5' })).toEqual(['timeout: must be a length of time such as PT30S']);
  expect(details({ ...known, colour: 'red' })).toEqual(['colour: is not known']);
});

test('a rule that is none of those known still keeps wrong settings back', () => {
  const strict = { ...schema, allOf: [{ minProperties: 3 }] } as unknown as SettingsSchema;
  expect(faultsOf(strict, { host: 'db', user: 'u' })).toEqual([{ name: '', detail: 'These settings do not go together.' }]);
});

test('settings that rules name are in sight, those with a usual value are not', () => {
  expect([...mainSettings(schema)].sort()).toEqual(['host', 'port', 'url', 'user']);
});

test('JSON pointers are taken apart', () => {
  expect(steps('/settings/a~1b~0c')).toEqual(['settings', 'a/b~c']);
});
