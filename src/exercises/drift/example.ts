import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'drift',
  case: 'leek-soup',
  title: 'What changed on the way?',
  task: 'Hold each version against the source and tick what has changed. It all stands on this page.',
  minutes: 3,
  source: {
    who: 'Rosa Penhale, the cook',
    when: 'Thursday lunchtime',
    says: 'Penhale said that the canteen had sold more than 900 bowls of leek soup since Monday.',
    note: undefined,
  },
  points: [
    { id: 'number', name: 'The number', source: 'more than 900' },
    { id: 'what', name: 'What was sold', source: 'leek soup' },
    { id: 'when', name: 'When', source: 'since Monday' },
    { id: 'verb', name: 'Who says it, and how', source: 'Penhale said' },
  ],
  versions: [
    {
      id: 'school-radio',
      who: 'The school radio',
      when: 'Thursday',
      says: 'Since Monday, Rosa Penhale told us, the canteen has sold over 900 bowls of leek soup.',
      caveat: undefined,
      why: 'Other words, the same statement. The radio carried it whole.',
      changed: {},
      kept: {
        number: '“Over 900” is “more than 900”.',
        what: 'Leek soup in both.',
        when: 'It has moved to the front of the sentence, and is still there.',
      },
      open: {
        verb: '“Told us” is as plain as “said”. But it adds that the radio was there, so you may count it.',
      },
    },
    {
      id: 'noticeboard',
      who: 'The noticeboard',
      when: 'Friday',
      says: 'Canteen sells 900 bowls of soup in a day!',
      caveat: 'Read on a photo that somebody took of the board.',
      why: 'Short, lively, and another story.',
      changed: {
        number: '“More than” is gone.',
        when: 'Four days have become one.',
        verb: 'Nobody is named any more. The board says it as plain fact.',
      },
      kept: {},
      open: {
        what: '“Soup” for “leek soup” may be only shorter. If the canteen sells another soup too, it is a change.',
      },
    },
  ],
};

/** A cook's sentence, and two who carried it on. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right',
      answer: {
        'changed:school-radio:nothing': 'yes',
        'changed:noticeboard:number': 'yes',
        'changed:noticeboard:when': 'yes',
        'changed:noticeboard:verb': 'yes',
      },
      earns: { 'school-radio': 1, noticeboard: 1 },
    },
    {
      title: 'what is open counts either way',
      answer: {
        'changed:noticeboard:number': 'yes',
        'changed:noticeboard:what': 'yes',
        'changed:noticeboard:when': 'yes',
        'changed:noticeboard:verb': 'yes',
        'changed:school-radio:verb': 'yes',
      },
      earns: { 'school-radio': 1, noticeboard: 1 },
    },
    {
      title: 'a change overlooked, and one seen where there is none',
      answer: { 'changed:school-radio:when': 'yes', 'changed:noticeboard:number': 'yes' },
      earns: { 'school-radio': 0, noticeboard: 0 },
    },
    {
      title: 'nothing together with something, as a form without a script may have it',
      answer: {
        'changed:school-radio:nothing': 'yes',
        'changed:school-radio:when': 'yes',
        'changed:noticeboard:nothing': 'yes',
        'changed:noticeboard:number': 'yes',
        'changed:noticeboard:when': 'yes',
        'changed:noticeboard:verb': 'yes',
      },
      earns: { 'school-radio': 0, noticeboard: 0 },
    },
    { title: 'nothing at all', answer: {}, earns: null },
    {
      title: 'boxes that do not exist, and values that no box has',
      answer: {
        'changed:school-radio:spoon': 'yes',
        'changed:school-radio:constructor': 'yes',
        'changed:noticeboard:number': 'no',
        'changed:noticeboard': 'nothing',
      },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    versions: spec.versions.map(({ changed, kept, ...version }) => ({
      ...version,
      why: 'Another why.',
      changed: kept,
      kept: changed,
    })),
  },
};
