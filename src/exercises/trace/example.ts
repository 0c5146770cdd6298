import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'trace',
  case: 'leek-soup',
  title: 'The way of a number',
  task: 'Put the four steps in order, from the first speaker to the headline. Then say where something changed on the way.',
  minutes: 3,
  steps: [
    {
      id: 'headline',
      place: 4,
      name: 'The headline',
      text: '“School Canteen Sells 900 Bowls Of Leek Soup”',
      why: 'It is the last step: it names nobody, and the number stands alone.',
    },
    {
      id: 'cook',
      place: 1,
      name: 'The cook',
      text: 'Rosa Penhale tells a class on Thursday: “Perhaps 900 bowls since Monday. I have not counted.”',
      why: 'She was in the kitchen. All the others have the number from her.',
    },
    {
      id: 'chat',
      place: 3,
      name: 'The class chat',
      text: '“People say it was about 900 bowls!”',
      why: '‘People say’ comes after somebody told it with a name, and before the headline.',
    },
    {
      id: 'notes',
      place: 2,
      name: 'A pupil’s notes',
      text: '“Ms Penhale, Thursday: perhaps 900 bowls, not counted.”',
      why: 'The notes name the cook, so they were made by someone who had listened to her.',
    },
  ],
  changes: [
    {
      id: 'name',
      ask: 'Where does the name of the speaker get lost?',
      step: 'chat',
      why: 'The notes still say ‘Ms Penhale’. In the chat she has become ‘people’.',
      whyNot: { headline: 'No name stands there, that is so. But it was gone one step earlier.' },
    },
    {
      id: 'hedge',
      ask: 'Where does the number lose its last careful word?',
      step: 'headline',
      why: '‘Perhaps’ became ‘about’, and in the headline nothing is left but 900.',
      whyNot: { chat: '‘Perhaps’ is gone there. But ‘about’ is a careful word, too.' },
    },
  ],
};

const allRight = {
  'at:headline': '4',
  'at:cook': '1',
  'at:chat': '3',
  'at:notes': '2',
  'at:name': 'chat',
  'at:hedge': 'headline',
};

/** The way of the 900 bowls from the cook to the headline, and what it lost. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right',
      answer: allRight,
      earns: { headline: 1, cook: 1, chat: 1, notes: 1, name: 1, hedge: 1 },
    },
    {
      title: 'two steps the wrong way round, one change a step late',
      answer: { ...allRight, 'at:chat': '2', 'at:notes': '3', 'at:name': 'headline' },
      earns: { headline: 1, cook: 1, chat: 0, notes: 0, name: 0, hedge: 1 },
    },
    {
      title: 'two steps at one place, and the changes left out',
      answer: { 'at:headline': '4', 'at:cook': '4' },
      earns: { headline: 1, cook: 0, chat: 0, notes: 0, name: 0, hedge: 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    {
      title: 'places and steps that do not exist',
      answer: { 'at:cook': '5', 'at:notes': '0', 'at:chat': 'cook', 'at:headline': '4.0', 'at:name': 'soup' },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    steps: spec.steps.map((step) => ({ ...step, place: (step.place % 4) + 1, why: 'Another why.' })),
    changes: spec.changes.map((change) => ({ ...change, step: 'cook', why: 'Another why.', whyNot: {} })),
  },
};
