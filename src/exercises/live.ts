import type { Component } from 'svelte';
import type { BaseSpec, ExerciseType } from './contract.ts';
import type { IslandProps } from './session.svelte.ts';

/** What it takes to ask the questions of a type in the browser, where its page was not written by the server. */
export interface LiveType {
  readonly type: ExerciseType<BaseSpec, unknown>;
  readonly View: Component<{ exercise: string; question: never }>;
  readonly Live: Component<IslandProps>;
}

const types = import.meta.glob<ExerciseType<BaseSpec, unknown>>('./*/exercise.ts');
const views = import.meta.glob<{ default: LiveType['View'] }>('./*/View.svelte');
const lives = import.meta.glob<{ default: LiveType['Live'] }>('./*/Live.svelte');
const results = import.meta.glob('./*/result.ts');

/** The pure half of a type. @throws when the type is not known, or cannot be loaded */
export async function typeOf(name: string): Promise<LiveType['type']> {
  const load = types[`./${name}/exercise.ts`];
  if (!load) throw new Error(`There is no exercise type "${name}".`);
  return load();
}

/**
 * Loads all of a type, what it shows of an answer among it: who has opened an exercise can do it without a network.
 *
 * @throws when the type is not known, or cannot be loaded
 */
export async function liveType(name: string): Promise<LiveType> {
  const folder = `./${name}`;
  const [type, view, live] = await Promise.all([
    typeOf(name),
    views[`${folder}/View.svelte`]?.(),
    lives[`${folder}/Live.svelte`]?.(),
    results[`${folder}/result.ts`]?.(),
  ]);
  if (!view || !live) throw new Error(`There is no exercise type "${name}".`);
  return { type, View: view.default, Live: live.default };
}
