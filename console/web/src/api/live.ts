// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { address } from './client.ts';

/** Whether the server tells what changes; where it does, little is asked for. */
let told = false;

export const isTold = () => told;

const HERE = '/api/organisations/{organisation}';

/** What is to be read anew after an event of each name. */
const concerned: Readonly<Record<string, readonly string[]>> = {
  score: [`${HERE}/score`, `${HERE}/next-steps`, `${HERE}/indicators`, `${HERE}/score/history`, `${HERE}/score/performance`, `${HERE}/models`, `${HERE}/estate`, `${HERE}/badge`, 'what-if'],
  connectors: ['/api/data-connectors', 'connector', `${HERE}/streams`, `${HERE}/connections`, `${HERE}/estate`],
  streams: ['/api/data-connectors', `${HERE}/streams`, `${HERE}/rejected-records`],
};

/** Keeps everything that is shown of an organisation as it is, without asking every few seconds. */
export function useLive(organisation: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const events = new EventSource(address(`${HERE}/events`, { at: { organisation } }));
    events.onopen = () => (told = true);
    // The browser comes again by itself; until then everything is asked for as without events.
    events.onerror = () => (told = false);
    for (const [name, paths] of Object.entries(concerned)) {
      events.addEventListener(name, () => void renew(client, paths));
    }
    for (const name of ['ready', 'reset']) {
      events.addEventListener(name, () => void client.invalidateQueries());
    }
    return () => {
      told = false;
      events.close();
    };
  }, [client, organisation]);
}

function renew(client: QueryClient, paths: readonly string[]): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.some((part) => paths.includes(String(part))) });
}
