// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { QueryCache, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get, prove, send, type Path, type Query } from './client.ts';
import { isTold } from './live.ts';
import { isStatus } from './problem.ts';
import type * as api from './types.ts';
import type { Period } from '../model/volumes.ts';

/** How often what is live is asked for again where no events come; the tag saves sending what is still the same. */
const LIVE = 5_000;
const SLOW = 60_000;

export function newClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (problem) => {
        if (isStatus(problem, 401)) {
          client.setQueryData(['session'], null);
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: LIVE,
        retry: (times, problem) => times < 2 && isStatus(problem, 503),
      },
    },
  });
  return client;
}

function often(every: number | false): number | false {
  return every && isTold() ? SLOW : every;
}

/** Null where nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: SLOW,
    refetchInterval: SLOW,
    queryFn: async ({ signal }) => {
      try {
        const { body } = await get<api.Session>('/api/session', { signal });
        prove(body.csrf_token);
        return body;
      } catch (problem) {
        if (isStatus(problem, 401)) {
          return null;
        }
        throw problem;
      }
    },
  });
}

function useOne<T>(path: Path, at: Record<string, string>, every: number | false = false, query = {}) {
  return useQuery({
    queryKey: [path, at, query],
    refetchInterval: () => often(every),
    queryFn: async ({ signal }) => (await get<T>(path, { at, query, signal })).body,
  });
}

/** A list, part by part. */
export function useParts<T, P extends api.Part<T> = api.Part<T>>(
  path: Path,
  at: Record<string, string>,
  query: Record<string, string> = {},
  every: number | false = LIVE,
) {
  const list = useInfiniteQuery({
    queryKey: [path, at, query],
    refetchInterval: () => often(every),
    initialPageParam: '',
    queryFn: async ({ signal, pageParam }) =>
      (await get<P>(path, { at, query: { ...query, cursor: pageParam }, signal })).body,
    getNextPageParam: (part) => part.next ?? undefined,
  });
  return { ...list, first: list.data?.pages[0], items: list.data?.pages.flatMap((part): readonly T[] => part.items) };
}

/** A whole list, however many parts it has: for what is short by its nature. */
function useWhole<T>(path: Path, at: Record<string, string>, query: Query = {}, every = LIVE) {
  return useQuery<readonly T[]>({
    queryKey: ['whole', path, at, query],
    // What is long is asked for less often.
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > 1_000 ? SLOW : often(every)),
    queryFn: ({ signal }) => whole<T>(path, at, query, signal),
  });
}

async function whole<T>(path: Path, at: Record<string, string>, query: Query, signal: AbortSignal): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const part: api.Part<T> = (await get<api.Part<T>>(path, { at, query: { ...query, limit: '1000', cursor }, signal })).body;
    items.push(...part.items);
    cursor = part.next;
  }
  return items;
}

export const useOrganisations = () => useWhole<api.Organisation>('/api/organisations', {}, {}, SLOW);

export const useCard = (organisation: string) =>
  useOne<api.Card>('/api/organisations/{organisation}/score', { organisation }, LIVE);

export const useSteps = (organisation: string) =>
  useOne<api.Steps>('/api/organisations/{organisation}/next-steps', { organisation }, LIVE);

export const useEvidence = (organisation: string) =>
  useWhole<api.Evidence>('/api/organisations/{organisation}/indicators', { organisation });

/** Asked for less often: the server counts all evidence for it. */
export const useFailingAssets = (organisation: string, indicator: string) =>
  useParts<api.FailingAsset, api.FailingAssets>(
    '/api/organisations/{organisation}/indicators/{indicator}/assets',
    { organisation, indicator },
    {},
    SLOW,
  );

export const useBadge = (organisation: string) =>
  useOne<api.BadgeTold>('/api/organisations/{organisation}/badge', { organisation }, LIVE);

export const useHistory = (organisation: string, composite: string) =>
  useWhole<api.Close>('/api/organisations/{organisation}/score/history', { organisation }, { composite }, SLOW);

/** Closes that were computed afterwards, of days before the model counted. */
export const useBackcast = (organisation: string, composite: string) =>
  useWhole<api.Close>('/api/organisations/{organisation}/score/backcast', { organisation }, { composite }, SLOW);

/** What performance alone moved the score, added up from close to close. */
export const usePerformance = (organisation: string, composite: string) => {
  const path = '/api/organisations/{organisation}/score/performance';
  const days = useOne<{ items: readonly api.PerformanceDay[] }>(path, { organisation }, SLOW, { composite });
  return { ...days, data: days.data?.items };
};

export function useReasons(organisation: string, composite: string, after: string, through: string) {
  return useQuery({
    queryKey: ['reasons', organisation, composite, after, through],
    enabled: after !== '' && through !== '' && after <= through,
    queryFn: async ({ signal }) =>
      (
        await get<api.Reasons>('/api/organisations/{organisation}/score/reasons', {
          at: { organisation },
          query: { after, through, composite },
          signal,
        })
      ).body,
  });
}

export const useStreams = (organisation: string, connector: string) =>
  useWhole<api.Stream>('/api/organisations/{organisation}/streams', { organisation }, { connector });

/** Those that read platforms, of which there are at most 50. */
export const useReaders = (organisation: string, stratum: readonly string[]) =>
  useWhole<api.Stream>('/api/organisations/{organisation}/streams', { organisation }, { stratum });

/** On which days accounts were connected. */
export const useConnections = (organisation: string) => {
  const path = '/api/organisations/{organisation}/connections';
  const days = useOne<{ items: readonly api.ConnectionDay[] }>(path, { organisation }, SLOW);
  return { ...days, data: days.data?.items };
};

export const usePlatforms = (organisation: string) =>
  useWhole<api.Platform>('/api/organisations/{organisation}/estate', { organisation }, {}, SLOW);

export const useConnectors = (organisation: string) =>
  useParts<api.ConnectorStatus>('/api/data-connectors', {}, { organisation });

export const useKinds = () => {
  const kinds = useOne<{ items: readonly api.ConnectorKind[] }>('/api/connector-types', {});
  return { ...kinds, data: kinds.data?.items };
};

export function useKind(type: string) {
  return useQuery({
    queryKey: ['kind', type],
    enabled: type !== '',
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      (await get<api.DescribedType>('/api/connector-types/{type}', { at: { type }, signal })).body,
  });
}

/** What the score would be with these of the next steps taken; asked once there are some. */
export function useWhatIf(organisation: string, steps: readonly api.Step[]) {
  const taken = steps.map(({ indicator, stratum, action }) => ({ indicator, stratum, action }));
  return useQuery({
    queryKey: ['what-if', organisation, taken],
    enabled: taken.length > 0,
    queryFn: async ({ signal }) =>
      (
        await send<api.Effect>('POST', '/api/organisations/{organisation}/next-steps/what-if', {
          at: { organisation },
          body: { steps: taken },
          signal,
        })
      ).body,
  });
}

export const useModels = (organisation: string) => {
  const models = useOne<{ items: readonly api.ModelVersion[] }>('/api/organisations/{organisation}/models', { organisation }, LIVE);
  return { ...models, data: models.data?.items };
};

/** A version with the tag its activation must name. */
export function useModel(organisation: string, model: string) {
  return useQuery({
    queryKey: ['model', organisation, model],
    queryFn: ({ signal }) => get<api.Model>('/api/organisations/{organisation}/models/{model}', { at: { organisation, model }, signal }),
  });
}

/** What activating a version of the model would do; asked once one is named. */
export function useModelEffect(organisation: string, model: string) {
  return useQuery({
    queryKey: ['model-effect', organisation, model],
    enabled: model !== '',
    queryFn: async ({ signal }) =>
      (await get<api.Effect>('/api/organisations/{organisation}/models/{model}/effect', { at: { organisation, model }, signal })).body,
  });
}

/** How much was read of each stream, step by step. */
export const useVolumes = (connector: string, { hours, step }: Period) => {
  const volumes = useOne<{ items: readonly api.Volume[] }>('/api/data-connectors/{connector}/volumes', { connector }, SLOW, { hours, step });
  return { ...volumes, data: volumes.data?.items };
};

/** A connector with the tag a change of it must name. */
export function useConnector(connector: string) {
  return useQuery({
    queryKey: ['connector', connector],
    refetchInterval: () => often(LIVE),
    queryFn: ({ signal }) => get<api.Connector>('/api/data-connectors/{connector}', { at: { connector }, signal }),
  });
}
