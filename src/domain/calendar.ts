/** A day to be reminded of. */
export interface Reminder {
  /** A name of its own, so that the same reminder brought in twice stands in the calendar once. */
  readonly id: string;
  /** ISO 8601; its day counts. */
  readonly day: string;
  readonly title: string;
  readonly note: string;
}

/**
 * A calendar file (iCalendar, RFC 5545) with a whole-day event for each reminder.
 *
 * @param now ISO 8601, the time stamped on the events
 */
export function calendar(reminders: readonly Reminder[], now: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Who Says?//EN',
    ...reminders.flatMap(({ id, day, title, note }) => [
      'BEGIN:VEVENT',
      // With its day: in a calendar that two share, one learner's dates do not push out the other's.
      `UID:${id}-${digits(day).slice(0, 8)}@who-says`,
      `DTSTAMP:${digits(now).slice(0, 8)}T${digits(now).slice(8, 14)}Z`,
      `DTSTART;VALUE=DATE:${digits(day).slice(0, 8)}`,
      // A note on the day does not make anybody busy.
      'TRANSP:TRANSPARENT',
      `SUMMARY:${text(title)}`,
      `DESCRIPTION:${text(note)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function digits(time: string): string {
  return time.replace(/\D/g, '');
}

/** RFC 5545, 3.3.11: backslash, semicolon and comma are escaped, and a new line is written \n. */
function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** RFC 5545, 3.1: no line longer than 75 octets; what goes on begins with a space. */
function fold(line: string): string {
  const octets = (part: string) => new TextEncoder().encode(part).length;
  const lines = [''];
  for (const letter of line) {
    if (octets(lines.at(-1)! + letter) > 75) lines.push(' ');
    lines[lines.length - 1] += letter;
  }
  return lines.join('\r\n');
}
