import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'estimate',
  case: 'leek-soup',
  title: 'Can that be?',
  task: 'Work out each number and judge the claim by it. All you need stands here; a calculator is fine.',
  minutes: 3,
  sums: [
    {
      id: 'bowls-a-day',
      name: 'Bowls a day',
      given: [
        { what: 'Bowls since Monday', value: '900', from: 'the cook, in the story' },
        { what: 'School days, Monday to Thursday', value: '4' },
      ],
      ask: 'How many bowls a day is that?',
      unit: 'bowls a day',
      answer: 225,
      within: 5,
      working: '900 ÷ 4 = 225.',
      slips: [{ answer: 3600, why: 'You multiplied. The 900 are for all four days, so share them out.' }],
      claim: 'We have sold 900 bowls already.',
      compare: 'About 500 pupils eat at the canteen every day.',
      verdict: 'plausible',
      why: 'Not quite every second pupil would take soup: that could well be. It does not show that it was so, because nobody else has counted.',
      whyNot: {
        extraordinary: '900 sounds like a lot. A day’s share is less than half of those who eat there.',
        impossible: 'Nothing here rules it out: there are more guests than bowls.',
      },
    },
    {
      id: 'one-pot',
      name: 'One pot',
      given: [
        { what: 'Bowls that day', value: '225' },
        { what: 'A bowl holds, in litres', value: '0.4' },
      ],
      ask: 'How many litres of soup is that?',
      unit: 'litres',
      answer: 90,
      within: 2,
      working: '225 × 0.4 = 90.',
      slips: [],
      claim: 'All of it came out of one pot, filled once.',
      compare: 'The kitchen’s only pot holds 30 litres.',
      verdict: 'impossible',
      why: 'Thirty litres do not hold ninety. If the pot was filled once, there were fewer bowls or smaller ones.',
      whyNot: {
        plausible: 'A pot of soup a day sounds right, until you see how much 225 bowls are.',
        extraordinary:
          'Evidence could not help here. No pot holds three times what it holds; one of the numbers has to give.',
      },
    },
  ],
};

/** Two sums about the soup: one that fits and is not proven by that, one that rules something out. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right, one of them rounded and with a decimal comma',
      answer: {
        'number:bowls-a-day': '225',
        'verdict:bowls-a-day': 'plausible',
        'number:one-pot': '≈ 89,5',
        'verdict:one-pot': 'impossible',
      },
      earns: { 'bowls-a-day': 1, 'one-pot': 1 },
    },
    {
      title: 'a slip, and a right number without a verdict',
      answer: {
        'number:bowls-a-day': '3\u2009600',
        'verdict:bowls-a-day': 'plausible',
        'number:one-pot': '90.0',
      },
      earns: { 'bowls-a-day': 0, 'one-pot': 0 },
    },
    {
      title: 'a number that cannot be read is left out, whatever the verdict; another verdict earns nothing',
      answer: {
        'number:bowls-a-day': 'about 225',
        'verdict:bowls-a-day': 'plausible',
        'number:one-pot': '90',
        'verdict:one-pot': 'extraordinary',
      },
      earns: { 'bowls-a-day': 0, 'one-pot': 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    {
      title: 'verdicts without a number',
      answer: { 'verdict:bowls-a-day': 'plausible', 'verdict:one-pot': 'impossible' },
      earns: null,
    },
    {
      title: 'nothing that can be read as a number',
      answer: { 'number:bowls-a-day': '900/4', 'number:one-pot': 'NaN', 'verdict:one-pot': 'constructor' },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    sums: spec.sums.map((asked) => ({
      ...asked,
      answer: 7,
      working: 'Another working.',
      verdict: 'extraordinary',
      why: 'Another why.',
      whyNot: {},
    })),
  },
};
