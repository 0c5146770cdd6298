import { expect, test } from 'vitest';
import { check } from './schema.ts';
import { example } from './example.ts';
import { mark } from './exercise.ts';

const { spec, article, sources } = example;

/** What the hints say of a headline about the bowls. */
function hintsOn(headline: string): string[] {
  const marked = mark(spec, [], { 'headline:the-bowls': headline });
  return marked.kind === 'marked' ? marked.items[0]!.hints.map(({ says }) => says) : [];
}

test('hints name the words they found, whatever their case and the signs around them', () => {
  expect(hintsOn('“COSIEST” soup, says cook')).toEqual([
    'We saw “cook”. Check that it stands there as the one who says it.',
    'We saw “cosiest”. Read it without. Is anything lost?',
  ]);
});

test('hints find whole words only', () => {
  expect(hintsOn('Cookery unhappy about scholarships')).toEqual([
    'We saw no word for it. Who says so?',
    'We saw none.',
  ]);
});

test.each([
  'الطباخ: ٩٠٠ وعاء',
  'מנהלת המטבח: נמכרו 900 קערות',
  '食堂说卖了900碗',
  'Повар: 900 порций',
  '900!',
])('there are no hints on a headline whose script they do not know: %s', (headline) => {
  expect(hintsOn(headline)).toEqual([]);
});

test('samples to compare with are there even for a headline left out', () => {
  const marked = mark(spec, [], { 'headline:the-leeks': 'Leeks' });
  expect(marked.kind === 'marked' && marked.items[0]!.samples).toHaveLength(3);
});

test('a headline that is not in the article, and a hint without letters, are faults', () => {
  const [first] = spec.headlines;
  const broken = {
    ...spec,
    headlines: [
      { ...first!, instead: 'no-such-claim', hints: [{ ...first!.hints[0]!, words: ['cook', '…'] }] },
    ],
  };
  expect(check(broken, [], { article, sources, dossier: [] })).toEqual([
    {
      place: 'headlines › the-bowls › instead',
      found: 'no-such-claim, which the article does not wrap',
      cure: 'Write the id of a claim in the headline.',
    },
    {
      place: 'headlines › the-bowls › hints',
      found: '"…"',
      cure: 'Write a word with letters: signs and spaces are not searched for.',
    },
  ]);
});
