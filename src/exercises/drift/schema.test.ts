import { expect, test } from 'vitest';
import { example } from './example.ts';
import { check, type Spec } from './schema.ts';

const { spec } = example;
const [radio, ...others] = spec.versions;

test.each<[string, Partial<Spec>, string[]]>([
  ['nothing', {}, []],
  [
    'a point that is named twice, left out or unknown',
    {
      versions: [
        {
          ...radio!,
          changed: { number: 'a', spoon: 'b' },
          kept: { number: 'c', what: 'd' },
          open: { when: 'e' },
        },
        ...others,
      ],
    },
    [
      'versions › school-radio: nothing about verb',
      'versions › school-radio: spoon',
      'versions › school-radio: number more than once',
    ],
  ],
  [
    'a point with the id of the box for no change',
    { points: [...spec.points, { id: 'nothing', name: 'Nothing', source: 'nothing' }] },
    [
      'points: the id "nothing"',
      'versions › school-radio: nothing about nothing',
      'versions › noticeboard: nothing about nothing',
    ],
  ],
])('reports %s', (_, changed, report) => {
  expect(check({ ...spec, ...changed }).map(({ place, found }) => `${place}: ${found}`)).toEqual(report);
});
