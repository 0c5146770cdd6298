import type { BaseSpec, Example, ExerciseType, TypeSchema } from './contract.ts';

type Any = BaseSpec;

/** The exercise types, each a folder here. Adding a folder adds a type; nothing else names one. */
const rules = import.meta.glob<TypeSchema<Any>>('./*/schema.ts', { eager: true });
const types = import.meta.glob<ExerciseType<Any, unknown>>('./*/exercise.ts', { eager: true });
const examples = import.meta.glob<{ example: Example<Any> }>('./*/example.ts', { eager: true });

/** What is known of a type without rendering it, by its name. */
export const registry: Readonly<
  Record<
    string,
    {
      readonly rules: TypeSchema<Any>;
      readonly type: ExerciseType<Any, unknown>;
      readonly example: Example<Any>;
    }
  >
> = Object.fromEntries(
  Object.keys(rules).map((path) => {
    const folder = path.replace('/schema.ts', '');
    return [
      folder.slice(2),
      {
        rules: rules[path]!,
        type: types[`${folder}/exercise.ts`]!,
        example: examples[`${folder}/example.ts`]!.example,
      },
    ];
  }),
);
