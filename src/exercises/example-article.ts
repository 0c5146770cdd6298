import type { Article } from '#domain/article.ts';
import type { Claim, Source } from '#domain/claim.ts';

/** One invented story for the examples of all types: {@link article}, its {@link sources} and its {@link claims}. */
export const article: Article = [
  {
    id: 'b1',
    kind: 'headline',
    parts: [claim('headline-bowls', 'School Canteen Sells 900 Bowls Of Leek Soup')],
  },
  {
    id: 'b2',
    kind: 'paragraph',
    parts: [
      claim('new-soup', 'The canteen of Millbrook School has had a new leek soup on its menu since Monday'),
      text(', cook Rosa Penhale says. “'),
      claim('bowls', 'We have sold 900 bowls already'),
      text(',” she added.'),
    ],
  },
  {
    id: 'b3',
    kind: 'paragraph',
    parts: [
      text('“'),
      claim('cosiest', 'It is the cosiest soup that anyone could wish for'),
      text('”, said Ines Okoro from Year 9. '),
      claim('next-door', 'The canteen stands next to the school library.'),
    ],
  },
  {
    id: 'b4',
    kind: 'post',
    byline: { by: 'Millbrook School', handle: '@MillbrookSchool', date: '14 November 2024' },
    parts: [claim('post-leeks', 'The leeks come from our own school garden.')],
  },
  {
    id: 'b5',
    kind: 'paragraph',
    parts: [
      claim('happy-winter', 'A warm lunch will make this a happy winter for the whole school.'),
      text(' '),
      claim('not-counted', 'Nobody outside the kitchen has counted the bowls.'),
    ],
  },
];

/** Everyone a claim of {@link article} is attributed to. */
export const sources: readonly Source[] = [
  {
    id: 'writer',
    name: 'the writer or the school paper',
    short: 'the writer',
    kind: 'writer',
    stake: 'Wants readers; a cheerful headline brings some.',
  },
  {
    id: 'penhale',
    name: 'Rosa Penhale, the cook',
    short: 'Penhale',
    kind: 'person',
    stake: 'The soup is hers, so good sales speak for her work.',
  },
  {
    id: 'okoro',
    name: 'Ines Okoro, a pupil',
    short: 'Okoro',
    kind: 'person',
    stake: 'She eats there; we are not told that she gains anything else.',
  },
  {
    id: 'school',
    name: 'Millbrook School, in a post',
    short: 'the school',
    kind: 'institution',
    stake: 'A school garden that feeds the school makes it look good.',
  },
];

/** The key to {@link article}. Every label occurs; `not-counted` is not scored, `new-soup` has another view too. */
export const claims: readonly Claim[] = [
  {
    id: 'headline-bowls',
    label: 'unverified-figure',
    scored: true,
    says: 'writer',
    check: 0,
    figures: { '900': 'event' },
    hedges: [],
    loaded: {},
    why: '900 bowls is a quantity about the sale that this story reports, and nobody is shown counting them again.',
    whyNot: {
      'sourced-claim':
        'The cook is named only further down. Even with her name, the number would be unchecked.',
      opinion: 'The headline sounds pleased. But bowls can be counted, so evidence could settle it.',
      'no-source-shown':
        'You saw that nobody is named here. But the figure test comes before the source test.',
    },
  },
  {
    id: 'new-soup',
    label: 'sourced-claim',
    scored: true,
    says: 'penhale',
    cue: 'cook Rosa Penhale says',
    check: 2,
    figures: {},
    hedges: [],
    loaded: {},
    why: 'A menu can be looked at, no quantity is given, and the sentence ends by naming its source: the cook.',
    whyNot: {
      'unverified-figure': '‘Since Monday’ is a date, and the figure test leaves dates aside.',
      opinion: 'Nobody is judging the soup here. It is on the menu or it is not.',
      'no-source-shown': 'The source comes late. Read to the end of the sentence, and there is the cook.',
    },
    otherView:
      'You may say that anyone can read the menu, so the cook is hardly needed. Fair. But the sentence gives it to her.',
    ask: 'Who else could have told the paper?',
  },
  {
    id: 'bowls',
    label: 'unverified-figure',
    scored: true,
    says: 'penhale',
    cue: 'she added',
    check: 2,
    figures: { '900': 'event' },
    hedges: [],
    loaded: {},
    why: 'It is a quantity about the sale. The cook gives it, and the story shows no check by anyone else.',
    whyNot: {
      'sourced-claim':
        'The cook’s name goes on the ‘who says it’ chip. The figure test comes first, and no check is shown.',
      opinion: '‘Already’ sounds proud. Cross it out, and a count is left that the till could settle.',
      'no-source-shown':
        '‘She added’ points back to the cook, so a source is shown. What is missing is a check.',
    },
  },
  {
    id: 'cosiest',
    label: 'opinion',
    scored: true,
    says: 'okoro',
    cue: 'said Ines Okoro from Year 9',
    check: 2,
    figures: {},
    hedges: [],
    loaded: { cosiest: 'warmest' },
    why: 'How cosy a soup is depends on who eats it. No evidence can settle that, whoever says it.',
    whyNot: {
      'sourced-claim':
        'Her name belongs on the ‘who says it’ chip. What she says is a judgement, and that decides.',
      'unverified-figure': '‘Cosiest’ compares, but there is no quantity in it.',
      'no-source-shown': 'She is named right after the quotation. And a judgement stops at the first test.',
    },
  },
  {
    id: 'next-door',
    label: 'no-source-shown',
    scored: true,
    says: 'writer',
    check: 0,
    figures: {},
    hedges: [],
    loaded: {},
    why: 'Anyone could walk there and look, and the story names nobody for it. You may well accept it.',
    whyNot: {
      'sourced-claim': 'A pupil speaks just before. Nothing gives these words to her; they are the writer’s.',
      'unverified-figure': 'It says where the canteen stands. There is no quantity in it.',
      opinion: 'There is nothing to agree or disagree with: the two stand side by side or they do not.',
    },
  },
  {
    id: 'post-leeks',
    label: 'sourced-claim',
    scored: true,
    says: 'school',
    check: 2,
    figures: {},
    hedges: [],
    loaded: {},
    why: 'Where leeks grow can be checked, no quantity is given, and the post carries the school’s own name.',
    whyNot: {
      'unverified-figure': 'The post says where the leeks come from. How many there were, it does not say.',
      opinion: 'The school is proud of its garden. Still, the leeks grew there or somewhere else.',
      'no-source-shown': 'There is no ‘said’ here. A post needs none, because it shows who wrote it.',
    },
  },
  {
    id: 'happy-winter',
    label: 'opinion',
    scored: true,
    says: 'writer',
    check: 0,
    figures: {},
    hedges: [],
    loaded: {},
    why: 'It looks ahead, and nothing that exists today can show how the winter will be. The strip test stops here.',
    whyNot: {
      'sourced-claim':
        'The school’s post stands just above. It speaks of leeks, and nobody is named for this.',
      'unverified-figure': '‘The whole school’ sounds like many. But no number is put forward.',
      'no-source-shown': 'Nobody is named, that is so. But a forecast is caught by the very first test.',
    },
  },
  {
    id: 'not-counted',
    label: 'no-source-shown',
    scored: false,
    says: 'writer',
    check: 0,
    figures: {},
    hedges: [],
    loaded: {},
    why: 'It tells you how far the 900 has been checked. It could be looked into, and no source is named.',
    whyNot: {},
    otherView:
      'Some readers say that the school paper is its own source here, because it asked around. So we do not mark it.',
    ask: 'How would the story read if this stood at the top?',
  },
];

function claim(id: string, words: string): Article[number]['parts'][number] {
  return { kind: 'claim', claim: id, words: [text(words)] };
}

function text(words: string): { readonly kind: 'text'; readonly text: string } {
  return { kind: 'text', text: words };
}
