// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { components } from '../../target/generated/openapi.ts';

type Schemas = components['schemas'];

export type Session = Schemas['session'];
export type Organisation = Schemas['organisation'];
export type Evidence = Schemas['evidence'] & { readonly expert_default?: boolean };
export type Close = Schemas['close'];
export type Reasons = Schemas['reasons'];
export type ReasonItem = Reasons['items'][number];
export type PerformanceDay = Schemas['performance']['items'][number];
export type Stream = Schemas['stream'];
export type ConnectionDay = Schemas['connections']['items'][number];
export type Rejected = Schemas['rejected'];
export type Platform = Schemas['platform'];
export type Deed = Schemas['deed'];
export type ConnectorKind = Schemas['type'];
export type DescribedType = Schemas['described_type'];
export type ConnectorStatus = Schemas['connector_status'];
export type Connector = Schemas['connector'];
export type NewConnector = Schemas['new_connector'];
export type ChangedConnector = Schemas['changed_connector'];
export type Settings = Schemas['settings'];
export type Checked = Schemas['checked'];
export type Discovered = Schemas['discovered'];
export type Held = Schemas['held'];
export type Previewed = Schemas['previewed']['items'][number];
export type Replay = Schemas['replay'];
export type Effect = Schemas['effect'];
export type Decision = Schemas['decision'];
export type Statement = Schemas['statement'];
export type Attestation = Schemas['attestation'];
export type ModelVersion = Schemas['models']['items'][number];
export type Model = Schemas['model'];
export type BadgeTold = Schemas['badge'];
export type FailingAssets = Schemas['failing_assets'];
export type FailingAsset = FailingAssets['items'][number];
export type Volume = Schemas['volumes']['items'][number];

/** A part of a list. */
export interface Part<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A value with its interval, on the scale of 0 to 5. */
export interface Estimate {
  readonly maturity: number;
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
}

export interface LevelState {
  readonly name: string;
  readonly status: string;
  readonly since: string | null;
  readonly cause: string | null;
  readonly missing_for_next: readonly string[];
}

export interface DimensionScore extends Estimate {
  readonly dimension: string;
  readonly title: string;
}

interface Published extends Estimate {
  readonly level: number | null;
  readonly level_state: LevelState;
}

export interface Card extends Published {
  readonly organisation: string;
  readonly model: string;
  readonly as_of: string;
  readonly provisional_until?: string | null;
  readonly performance_index?: number | null;
  readonly method_band?: { readonly low: number; readonly median: number; readonly high: number };
  readonly profile: readonly DimensionScore[];
  readonly indicators?: Readonly<Record<string, { readonly x: number; readonly coverage: number }>>;
  readonly composites: Readonly<Record<string, Published & { readonly title: string }>>;
  readonly revision: number;
}

export interface Step {
  readonly indicator: string;
  readonly stratum: string;
  readonly action: 'improve' | 'observe' | 'reconnect';
  readonly gain: number;
  readonly target: number;
  readonly target_raw: number | null;
  readonly detail: string;
}

export interface Steps {
  readonly steps: readonly Step[];
  readonly connect: readonly {
    readonly stratum: string;
    readonly narrowing: number;
    readonly indicators: readonly string[];
  }[];
}
