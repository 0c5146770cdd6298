import type { ResultParts } from './session.svelte.ts';

/**
 * What each type shows of an answer that was handed in, loaded when it is asked for. The whole of `result.ts` and not
 * `exercise.ts` alone: a module of its own for it would cost every exercise page a round trip at its first answer.
 */
const results = import.meta.glob<ResultParts>('./*/result.ts');

/** What a type shows of an answer. @throws when the type is not known, or cannot be loaded */
export async function resultOf(type: string): Promise<ResultParts> {
  const load = results[`./${type}/result.ts`];
  if (!load) throw new Error(`There is no exercise type "${type}".`);
  return load();
}

/** What marks the answers to exercises of a type. @throws when the type is not known, or cannot be loaded */
export async function markerOf(type: string): Promise<ResultParts['mark']> {
  return (await resultOf(type)).mark;
}
