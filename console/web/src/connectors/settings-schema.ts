// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Validator, type Schema } from '@cfworker/json-schema';

/** What a setting may be. */
export interface Property {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly writeOnly?: boolean;
  readonly items?: Property;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Rule {
  readonly not?: { readonly required?: readonly string[] };
  readonly anyOf?: readonly { readonly required?: readonly string[] }[];
  readonly oneOf?: readonly { readonly required?: readonly string[] }[];
}

export interface SettingsSchema {
  readonly properties: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Rule[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
}

export type Values = Readonly<Record<string, unknown>>;

/** Something wrong with a setting; with the whole where it has no name. */
export interface Fault {
  readonly name: string;
  readonly detail: string;
}

/** The settings most people need: what must be given, what depends on others, and secrets. */
export function mainSettings(schema: SettingsSchema): ReadonlySet<string> {
  const rules = (schema.allOf ?? []).flatMap((rule) => [
    ...(rule.not?.required ?? []),
    ...[...(rule.anyOf ?? []), ...(rule.oneOf ?? [])].flatMap((it) => it.required ?? []),
  ]);
  const dependent = Object.entries(schema.dependentRequired ?? {}).flat(2);
  const secret = Object.entries(schema.properties).flatMap(([name, it]) => (it.writeOnly ? [name] : []));
  return new Set([...(schema.required ?? []), ...rules, ...dependent, ...secret]);
}

/**
 * All that is wrong with settings, each with the name of a setting. Evaluates the schema as it stands
 * and compiles nothing: the page may not make code of texts.
 */
export function faultsOf(schema: SettingsSchema, values: Values): readonly Fault[] {
  const given = new Set(Object.keys(values));
  const found = [...absent(schema, given), ...ruleFaults(schema, given), ...valueFaults(schema, values)];
  return found.length > 0 || new Validator(schema as Schema, '2020-12').validate(values).valid
    ? found
    : [{ name: '', detail: 'These settings do not go together.' }];
}

function absent(schema: SettingsSchema, given: ReadonlySet<string>): Fault[] {
  return (schema.required ?? []).filter((name) => !given.has(name)).map((name) => ({ name, detail: 'is needed' }));
}

function valueFaults(schema: SettingsSchema, values: Values): Fault[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const property = schema.properties[name];
    if (!property) {
      return [{ name, detail: 'is not known' }];
    }
    const valid = new Validator(property as Schema, '2020-12').validate(value).valid;
    return valid ? [] : [{ name, detail: wanted(property) }];
  });
}

function wanted(property: Property): string {
  if (property.enum) {
    return `must be one of ${property.enum.join(', ')}`;
  }
  if (property.type === 'integer' || property.type === 'number') {
    return `must be a number from ${property.minimum ?? '…'} to ${property.maximum ?? '…'}`;
  }
  if (property.title) {
    return `must be ${property.title}`;
  }
  return property.pattern ? `must look like ${property.pattern}` : 'cannot be used as it is';
}

function ruleFaults(schema: SettingsSchema, given: ReadonlySet<string>): Fault[] {
  const needed = Object.entries(schema.dependentRequired ?? {})
    .filter(([name]) => given.has(name))
    .flatMap(([name, others]) => others.filter((other) => !given.has(other)).map((other) => ({ name: other, detail: `is needed with ${name}` })));
  return [...needed, ...(schema.allOf ?? []).flatMap((rule) => ruleFault(rule, given))];
}

function ruleFault(rule: Rule, given: ReadonlySet<string>): Fault[] {
  const excluded = rule.not?.required ?? [];
  if (excluded.length > 1 && excluded.every((name) => given.has(name))) {
    return [{ name: excluded[1]!, detail: `excludes ${excluded[0]}: give only one of them` }];
  }
  const names = [...(rule.anyOf ?? []), ...(rule.oneOf ?? [])].flatMap((it) => it.required ?? []);
  const present = names.filter((name) => given.has(name));
  if (names.length > 0 && present.length === 0) {
    return [{ name: names.at(-1)!, detail: `One of ${names.join(', ')} is needed` }];
  }
  return rule.oneOf && present.length > 1 ? [{ name: present[1]!, detail: `excludes ${present[0]}: give only one of them` }] : [];
}

/** A JSON pointer of the server, as the names it steps through. */
export function steps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
