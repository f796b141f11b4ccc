// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { send, type Answered } from '../api/client.ts';
import type { ChangedConnector, Connector, NewConnector } from '../api/types.ts';
import type { Plan } from './plan.ts';
import type { Values } from './settings-schema.ts';

interface Change {
  readonly organisation: string;
  readonly type: string;
  readonly plan: Plan;
  /** Nothing where what it connects with stays. */
  readonly values: Values | undefined;
  readonly seen: Answered<Connector> | undefined;
  readonly key: string;
  readonly reason: string;
}

/** Makes a connector once, however often it is asked for, or changes what was seen of one. */
export function save({ organisation, type, plan, values, seen, key, reason }: Change): Promise<Answered<Connector>> {
  const common = { ...plan, streams: [...plan.streams], name: plan.name.trim() };
  if (!seen) {
    const body: NewConnector = { ...common, type, settings: (values ?? {}) as Record<string, never> };
    return send<Connector>('POST', '/api/data-connectors', { query: { organisation }, body, key, reason });
  }
  const body: ChangedConnector = values ? { ...common, settings: values as Record<string, never> } : common;
  return send<Connector>('PUT', '/api/data-connectors/{connector}', { at: { connector: seen.body.id }, body, seen: seen.tag, reason });
}
