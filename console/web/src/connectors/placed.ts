// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { steps, type Fault, type Values } from './settings-schema.ts';

/** Where a fault of the server belongs: a setting by its name, everything else with a stroke before it. */
export function placed({ pointer, detail }: { readonly pointer: string; readonly detail: string }): Fault {
  const [first = '', second] = steps(pointer);
  if (first === 'settings') {
    return { name: second ?? '', detail };
  }
  return { name: first ? `/${first}` : '', detail };
}

/** Those of settings, to be told at their fields. */
export function fieldFaults(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((it) => it.name !== '' && !it.name.startsWith('/'));
}

/** Nobody is told that something is missing before there was time to enter it. */
export function toldSoFar(own: readonly Fault[], tried: boolean, values: Values | undefined): readonly Fault[] {
  return own.filter((it) => tried || values?.[it.name] !== undefined);
}
