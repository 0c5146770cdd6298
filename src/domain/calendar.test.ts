import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendar } from './calendar.ts';

const now = '2025-03-01T08:05:09.123Z';

test('a reminder is a whole-day event', () => {
  const reminder = {
    id: 'week',
    day: '2025-03-08T10:00:00.000Z',
    title: 'The test, again',
    note: 'a;b\\c\nd',
  };
  expect(calendar([reminder], now).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Who Says?//EN',
    'BEGIN:VEVENT',
    'UID:week-20250308@who-says',
    'DTSTAMP:20250301T080509Z',
    'DTSTART;VALUE=DATE:20250308',
    'TRANSP:TRANSPARENT',
    'SUMMARY:The test\\, again',
    'DESCRIPTION:a\\;b\\\\c\\nd',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('the same reminder on another day is another event, and on the same day the same', () => {
  const uid = (id: string, day: string) =>
    /UID:.*/.exec(calendar([{ id, day, title: 't', note: 'n' }], now))![0];
  expect(uid('week', '2025-03-08T10:00:00Z')).not.toBe(uid('week', '2025-03-09T10:00:00Z'));
  expect(uid('week', '2025-03-08T10:00:00Z')).toBe(uid('week', '2025-03-08T23:00:00Z'));
});

test('no line is longer than 75 octets, and unfolded it is what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (note) => {
      const plain = note.replace(/[\\;,\r\n]/g, '');
      const file = calendar([{ id: 'x', day: now, title: 't', note: plain }], now);
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${plain}\r\n`);
    }),
  );
});
