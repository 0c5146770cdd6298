import { expect, test } from 'vitest';
import { numbersIn, sameNumbers } from './numbers.ts';

test.each([
  ['digits as they are written', '1,400 tons, 522 sorties and 3.5 per cent', ['1,400', '522', '3.5']],
  ['no punctuation after a number', 'There were 23, then 19. At last 47', ['23', '19', '47']],
  ['one digit', 'Group 7', ['7']],
  ['the words two to twenty, in any case', 'Two of twenty, and four more', ['Two', 'twenty', 'four']],
  ['not “one”, which is a pronoun as often as a number', 'One of them saw one', []],
  ['no word within a word', 'Someone often wrote of attention and the weighted tenor', []],
  ['each time it stands', '600 and again 600', ['600', '600']],
  ['nothing where there is none', 'a growing flow', []],
])('finds %s', (_, text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

test.each([
  ['in another order', '23 and 19', '19 and 23', true],
  ['repeated', '600 dead, 600', '600', true],
  ['without its comma', '1,400', '1400', true],
  ['in another case', 'Four of five', 'five, four', true],
  ['none and none', 'some', 'many', true],
  ['changed', '600', '601', false],
  ['one left out', '23 and 19', '23', false],
  ['one put in', 'some', '3', false],
  ['a word for digits', 'four', '4', false],
])('two texts compare by their numbers: %s', (_, a, b, same) => {
  expect(sameNumbers(a, b)).toBe(same);
});
