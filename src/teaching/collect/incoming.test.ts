import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assignment } from '#domain/assignment.ts';
import { writeCollected } from '#storage/collected-file.ts';
import { writeFile } from '#storage/file.ts';
import { linkTo, savedAs, writeAll, writeOne } from '#storage/handout.ts';
import { pack } from '#storage/parcel.ts';
import { splitSequence } from '#storage/qr-sequence.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { anySubmission, submission } from '#storage/samples/submissions.ts';
import type { Submission } from '#storage/submission.ts';
import { writeTally } from '#storage/tallies.ts';
import { readIncoming, type Incoming } from './incoming.ts';

const now = '2026-11-25T12:00:00.000Z';
const none: Incoming = { collected: [], assignments: [], tallies: [], codes: [], refused: [] };
const [ana, ben] = [submission(1, { who: 'Ana' }), submission(2, { who: 'בן' })];
const [anas, bens] = await Promise.all([pack('submission', ana), pack('submission', ben)]);
/** A submission that, packed, has every sign a program may change: two hyphens on end among them. */
async function withEverySign(n = 40): Promise<[Submission, string]> {
  const attempts = Array.from({ length: n }, (_, at) =>
    attempt(uuid(at), { answer: { a: String(Math.sin(at)) } }),
  );
  const one = submission(3, { who: 'Cem', attempts });
  const text = await pack('submission', one);
  return /--/.test(text) && /_/.test(text) ? [one, text] : withEverySign(n + 1);
}
const [cem, cems] = await withEverySign();
const long = [{ submission: cem, receivedAt: now }];
const both = [ana, ben].map((one) => ({ submission: one, receivedAt: now }));
const saved = `Who Says? Answers to “The 600” from Ana, 25 November 2026, 12:00. For your teacher, as it is.\n${anas}\n`;

const assignment: Assignment = {
  id: 'abc123def456',
  title: 'The 600',
  steps: [{ exercise: 'deir-ez-zor-mark' }],
  feedback: 'each',
  revise: true,
  shuffled: false,
  level: 'standard',
  name: 'nickname',
};
const record = {
  case: 'deir-ez-zor-600',
  claims: ['toll-lead'],
  at: '2026-11-20T09:00:00.000Z',
  rounds: [{ claim: 'toll-lead', first: { opinion: 3 }, second: {} }],
};

const link = await linkTo('https://x.example/a/', assignment);
const forged = await pack('submission', {
  ...ana,
  attempts: [attempt(uuid(1), { assignment: 'zzzzzzzzzzzz' })],
});

/** In lines of `width`, as a mail program breaks them, each after `mark`. */
const lines = (text: string, width: number, mark = '', end = '\n') =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((line) => mark + line).join(end);
/** As Markdown keeps signs from meaning something. */
const escaped = (text: string) => text.replace(/[_.*-]/g, '\\$&');
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('what a learner handed in is read', () => {
  test.each<[string, string, Incoming['collected']]>([
    ['as the file that was saved', saved, [both[0]!]],
    ['with a byte order mark and Windows line ends', `\ufeff${saved.replaceAll('\n', '\r\n')}`, [both[0]!]],
    ['quoted in a reply', lines(saved, 60, '> > '), [both[0]!]],
    ['broken into lines', `Here it is:\r\n${lines(anas, 40, '', '\r\n')}\r\nAna`, [both[0]!]],
    ['with signs in it that nobody sees', anas.replace(/.{20}/g, '$&\u200b'), [both[0]!]],
    [
      'in a mail as it is sent (quoted-printable)',
      `From: Ana\r\n\r\n${lines(anas, 70, '', '=\r\n')}`,
      [both[0]!],
    ],
    [
      'in a mail in which full stops and hyphens are written as numbers',
      cems.replaceAll('.', '=2E').replaceAll('-', '=2D').replaceAll('_', '=5F'),
      long,
    ],
    [
      'with its signs escaped, as Markdown does',
      `Mine:\n${escaped(cems)}\n\nHis:\n${escaped(bens)}`,
      [...long, both[1]!],
    ],
    ['quoted, broken and escaped at once', lines(escaped(cems), 60, '> > ', '\r\n'), long],
    ['with hyphens that only look like them', cems.replace(/--/g, '–').replaceAll('-', '\u2011'), long],
    ['in the source of a web page', lines(cems, 60, '&gt; ').replaceAll('_', '&#95;'), long],
    [
      'in a web page that breaks it and writes its signs by name',
      lines(cems, 60, '<wbr>', '<br/>&nbsp;&#8203;&shy;')
        .replaceAll('_', '&lowbar;')
        .replaceAll('.', '&period;'),
      long,
    ],
    ['quoted with a line in front', lines(cems, 60, '| '), long],
    ['in a web page', `<html><p>${anas}</p><p>${bens}</p></html>`, both],
    ['in a table', `Name;Answer\r\n"Ana";"${anas}"\r\n"Ben";"${bens}"\r\n`, both],
    ['in an inbox', `Ana:\n${anas}\n\nWSS1 is how it begins.\n> Ben:\n> ${bens}\n-- \nMs Okoro`, both],
    ['once after the other, without a word', `${anas}\n${bens}`, both],
    ['with the teacher’s own link below it', `${anas}\n> ${link}`, [both[0]!]],
  ])('%s', async (_, text, collected) => {
    expect(await readIncoming(text, now)).toEqual({ ...none, collected });
  });

  test('as a file attached to a mail that was saved', async () => {
    const attached = (text: string, end: string) =>
      [
        '--part',
        'Content-Type: text/plain; name="ana.txt"',
        'Content-Transfer-Encoding: base64',
        'Content-Disposition: attachment; filename="ana.txt"',
        '',
        lines(base64(text), 76, '', end),
      ].join(end);
    for (const end of ['\n', '\r\n']) {
      const mail = ['Subject: Homework', '', attached(saved, end), attached(bens, end), '--part--', ''].join(
        end,
      );
      expect(await readIncoming(mail, now)).toEqual({ ...none, collected: both });
    }
  });

  test('whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anySubmission, { minLength: 1, maxLength: 3 }),
        fc.lorem(),
        async (all, words) => {
          const texts = await Promise.all(all.map((one) => pack('submission', one)));
          const mail = texts.map((text) => `${words}\n${lines(text, 76, '> ')}\n`).join('\n');
          expect(await readIncoming(mail, now)).toEqual({
            ...none,
            collected: all.map((one) => ({ submission: one, receivedAt: now })),
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('beside what can be read, what cannot is told', () => {
  const cut = 'The end is missing. Ask the learner to copy the whole text, or to send the file.';
  test.each<[string, string, string]>([
    ['cut off', anas.slice(0, -20), cut],
    ['cut off, and another after it', `${anas.slice(0, 60)}\n\nFrom Ben, later`, cut],
    [
      'changed',
      anas.replace(/(WSS1\.)./, '$1A'),
      'Something in it has been changed since it was handed in. Ask the learner to send it again, or to send the file.',
    ],
    [
      'changed by a program on its way',
      `${anas.slice(0, 40)}*${anas.slice(41)}`,
      'There is a “*” in it that does not belong there: the program that carried it has changed it. Ask the learner to send the file.',
    ],
    ['cut off, above the link of the assignment', `${anas.slice(0, -20)}\n> ${link}\n`, cut],
    [
      'newer',
      anas.replace('WSS1', 'WSS9'),
      'This comes from a newer Who Says? than this one. Load this page again, then add it once more.',
    ],
    [
      'forged',
      forged,
      'It is damaged at answer 1: it was given for another assignment. Nothing that Who Says? hands in is like that: it has been changed. Ask the learner to hand in again.',
    ],
  ])('%s', async (_, text, reason) => {
    expect(await readIncoming(text, now)).toEqual({ ...none, refused: [reason] });
    expect(await readIncoming(`${text}\n\n${bens}`, now)).toEqual({
      ...none,
      collected: [both[1]],
      refused: [reason],
    });
  });
});

describe('what this site writes is known', () => {
  test.each<[string, string, Partial<Incoming>]>([
    [
      'a copy of everything',
      writeCollected({ collected: both, assignments: [], tallies: [record] }),
      { collected: both, tallies: [record], own: 'collected' },
    ],
    ['a class record', writeTally(record), { tallies: [record] }],
    ['an assignment', writeOne(assignment), { assignments: [savedAs(assignment, now)] }],
    [
      'all assignments',
      writeAll([savedAs(assignment, now)]),
      { assignments: [savedAs(assignment, now)], own: 'assignments' },
    ],
    ['a link', `See ${link}`, { assignments: [savedAs(assignment, now)] }],
    ['codes', `${splitSequence(anas.repeat(9))[0]}\n`, { codes: [splitSequence(anas.repeat(9))[0]!] }],
  ])('%s', async (_, text, found) => {
    expect(await readIncoming(text, now)).toEqual({ ...none, ...found });
    expect(await readIncoming(`\ufeff${text.replaceAll('\n', '\r\n')}`, now)).toEqual({ ...none, ...found });
  });

  test.each<[string, string, RegExp]>([
    [
      'a learner’s own copy',
      writeFile([attempt(uuid(1))]),
      /not what was handed in. Ask them to open the assignment/,
    ],
    ['a file cut off', writeTally(record).slice(0, -30), /^This file is damaged or cut off/],
    ['a file of a kind to come', '{"format":"who-says-dream"}', /this page does not know its kind/],
    ['a link cut off', link.slice(0, -9), /The end of this link is missing/],
    ['nothing', 'Dear Ms Okoro, my dog ate it.', /^There is nothing in it that was handed in/],
    ['nothing at all', '', /^There is nothing in it that was handed in/],
  ])('%s is refused with the reason', async (_, text, reason) => {
    expect(await readIncoming(text, now)).toEqual({ ...none, refused: [expect.stringMatching(reason)] });
  });
});

test('any text is read or refused, and nothing throws', async () => {
  const like = fc
    .array(
      fc.constantFrom(
        anas,
        bens,
        'WSS1.',
        'WSA1.',
        'WSQ1.1.2.',
        '\n',
        '{"format":"who-says',
        'Content-Transfer-Encoding: base64\n\n',
        'abc=',
        '.',
      ),
    )
    .chain((pieces) => fc.nat(60).map((at) => pieces.map((piece) => piece.slice(0, at + 5)).join('')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), like, fc.json()), async (text) => {
      const read = await readIncoming(text, now);
      expect(Object.values(read).flat().length).toBeGreaterThan(0);
    }),
  );
});

test('a parcel in which anything stands is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const read = await readIncoming(await pack('submission', value), now);
      expect(read.refused).toHaveLength(1);
    }),
  );
});
