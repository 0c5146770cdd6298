import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Role } from './roles.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'attribute',
  case: 'leek-soup',
  title: 'Who says it, and what?',
  task: 'Each sentence is cut into parts. Say what each part tells you. Where nobody is shown as the speaker, everything is “what is said”.',
  minutes: 3,
  sentences: [
    {
      id: 'new-soup',
      sentence:
        'The canteen of Millbrook School has had a new leek soup on its menu since Monday, cook Rosa Penhale says.',
      parts: [
        {
          id: 'canteen',
          text: 'The canteen of Millbrook School',
          role: 'content',
          optional: false,
          why: 'The canteen is talked about. It is not the one who talks.',
        },
        {
          id: 'menu',
          text: 'has had a new leek soup on its menu since Monday',
          role: 'content',
          optional: false,
          why: 'This is what we are told about the canteen.',
        },
        {
          id: 'cook',
          text: 'cook Rosa Penhale',
          role: 'source',
          optional: false,
          why: 'She is the one who says it. The name comes late, after the comma.',
        },
        {
          id: 'says',
          text: 'says',
          role: 'cue',
          optional: false,
          why: 'Only this word shows that somebody was speaking.',
        },
      ],
      why: 'Read to the end: the source stands there, and it covers all that comes before.',
    },
    {
      id: 'bowls',
      sentence: '“We have sold 900 bowls already,” she added.',
      parts: [
        {
          id: 'bowls',
          text: 'We have sold 900 bowls',
          role: 'content',
          optional: false,
          why: 'The words in quotation marks are what was said. ‘We’ belongs to them.',
        },
        {
          id: 'already',
          text: 'already',
          role: 'content',
          optional: true,
          why: 'It colours what is said, and adds little to it.',
        },
        {
          id: 'she',
          text: 'she',
          role: 'source',
          optional: false,
          why: '‘She’ points back to the cook, one sentence earlier.',
        },
        { id: 'added', text: 'added', role: 'cue', optional: false, why: 'To add something is to say it.' },
      ],
      why: 'A little word such as ‘she’ can be the source. Look back to see who she is.',
    },
    {
      id: 'next-door',
      sentence: 'The canteen stands next to the school library.',
      parts: [
        {
          id: 'canteen',
          text: 'The canteen',
          role: 'content',
          optional: false,
          why: 'It comes first in the sentence, but a building says nothing.',
        },
        {
          id: 'library',
          text: 'stands next to the school library',
          role: 'content',
          optional: false,
          why: 'This is what we are told.',
        },
      ],
      why: 'Nobody is shown as saying it. Anyone could walk there and look.',
    },
  ],
};

const allRight = {
  'role:new-soup:canteen': 'content',
  'role:new-soup:menu': 'content',
  'role:new-soup:cook': 'source',
  'role:new-soup:says': 'cue',
  'role:bowls:bowls': 'content',
  'role:bowls:already': 'content',
  'role:bowls:she': 'source',
  'role:bowls:added': 'cue',
  'role:next-door:canteen': 'content',
  'role:next-door:library': 'content',
};

const another: Record<Role, Role> = { source: 'cue', cue: 'content', content: 'none', none: 'source' };

/** Three sentences about the soup: a late source, a quotation with an edge that does not count, and no source at all. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    { title: 'all right', answer: allRight, earns: { 'new-soup': 1, bowls: 1, 'next-door': 1 } },
    {
      title: 'an optional part does not count, whatever its role',
      answer: { ...allRight, 'role:bowls:already': 'cue' },
      earns: { 'new-soup': 1, bowls: 1, 'next-door': 1 },
    },
    {
      title: 'who acts is taken for who speaks',
      answer: { ...allRight, 'role:new-soup:canteen': 'source', 'role:next-door:canteen': 'source' },
      earns: { 'new-soup': 0, bowls: 1, 'next-door': 0 },
    },
    {
      title: 'a sentence begun and not finished earns nothing, one left out neither',
      answer: { 'role:new-soup:cook': 'source', 'role:new-soup:says': 'cue' },
      earns: { 'new-soup': 0, bowls: 0, 'next-door': 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    {
      title: 'roles, parts and sentences that do not exist',
      answer: {
        'role:bowls:she': 'cook',
        'role:bowls:soup': 'source',
        'role:spoon:she': 'source',
        'role:bowls': 'cue',
      },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    sentences: spec.sentences.map((sentence) => ({
      ...sentence,
      why: 'Another why.',
      parts: sentence.parts.map((part) => ({ ...part, role: another[part.role], why: 'Another why.' })),
    })),
  },
};
