// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { paths } from '../../target/generated/openapi.ts';
import { ProblemError, unanswered, type Problem } from './problem.ts';

export type Path = keyof paths;
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** What a request is about: names in its path, its query, its body and what was seen before. */
export interface Given {
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: Query;
  readonly body?: unknown;
  readonly seen?: string;
  readonly key?: string;
  readonly reason?: string;
  readonly signal?: AbortSignal;
}

/** A body with the tag under which it was seen. */
export interface Answered<T> {
  readonly body: T;
  readonly tag: string;
}

/** Proves that a change was asked for by this page; part of the session. */
let proof = '';

export function prove(token: string): void {
  proof = token;
}

export function get<T>(path: Path, given: Given = {}): Promise<Answered<T>> {
  return send<T>('GET', path, given);
}

export async function send<T>(method: string, path: Path, given: Given = {}): Promise<Answered<T>> {
  const response = await fetched(method, path, given);
  const tag = response.headers.get('ETag') ?? '';
  if (response.status === 204) {
    return { body: undefined as T, tag };
  }
  const body: unknown = await response.json().catch((broken: unknown) => Promise.reject(unanswered(broken)));
  if (!response.ok) {
    throw new ProblemError(body as Problem);
  }
  return { body: body as T, tag };
}

async function fetched(method: string, path: Path, given: Given): Promise<Response> {
  const body = given.body === undefined ? {} : { body: JSON.stringify(given.body) };
  try {
    return await fetch(address(path, given), {
      method,
      headers: headers(method, given),
      credentials: 'same-origin',
      signal: given.signal ?? null,
      ...body,
    });
  } catch (broken) {
    throw given.signal?.aborted ? broken : unanswered(broken);
  }
}

/** The path with its names filled in. */
export function address(path: string, { at = {}, query = {} }: Given): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((each: string) => asked.append(name, each));
    } else if (value !== undefined && value !== '') {
      asked.set(name, String(value));
    }
  }
  return asked.size > 0 ? `${filled}?${asked}` : filled;
}

function headers(method: string, given: Given): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (given.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET' && proof) {
    headers['X-CSRF-Token'] = proof;
  }
  if (given.seen) {
    headers['If-Match'] = given.seen;
  }
  if (given.key) {
    headers['Idempotency-Key'] = given.key;
  }
  if (given.reason) {
    headers['Tidemark-Reason'] = given.reason;
  }
  return headers;
}
