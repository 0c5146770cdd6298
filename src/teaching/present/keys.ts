import type { Label } from '#domain/label.ts';
import type { Act } from './presentation.ts';

/** What a key asks for: something to do in the presentation, or something of the screen. */
export type Command =
  | Act
  | { readonly do: 'blank' }
  | { readonly do: 'full' }
  | { readonly do: 'keys' }
  | { readonly do: 'leave' };

/** What is taken of a keyboard event. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** The keys, for the list on the page: which, what they do, and whether they are single letters, digits or signs. */
export const keyList: readonly { readonly keys: string; readonly does: string; readonly single?: true }[] = [
  { keys: 'Space, Enter, →, Page Down', does: 'next step' },
  { keys: '←, Page Up', does: 'a step back' },
  { keys: '1 to 4', does: 'count a hand for that answer', single: true },
  { keys: 'Shift + 1 to 4', does: 'take a hand from that answer', single: true },
  { keys: 'Backspace, −', does: 'take back the hand counted last' },
  { keys: 'N, P', does: 'next claim, previous claim', single: true },
  { keys: 'R', does: 'straight to the reasons', single: true },
  { keys: 'E', does: 'to the end: the whole article', single: true },
  { keys: 'B or full stop', does: 'blank the screen, and show it again', single: true },
  { keys: 'F', does: 'full screen, and back', single: true },
  { keys: '?', does: 'this list', single: true },
  { keys: 'Escape', does: 'leave; the count is kept' },
];

const named: Readonly<Record<string, Command>> = {
  ' ': { do: 'next' },
  Enter: { do: 'next' },
  ArrowRight: { do: 'next' },
  PageDown: { do: 'next' },
  ArrowLeft: { do: 'back' },
  PageUp: { do: 'back' },
  Backspace: { do: 'take' },
  Escape: { do: 'leave' },
};

const single: Readonly<Record<string, Command>> = {
  '-': { do: 'take' },
  '−': { do: 'take' },
  n: { do: 'next-claim' },
  p: { do: 'previous-claim' },
  r: { do: 'reasons' },
  e: { do: 'end' },
  b: { do: 'blank' },
  '.': { do: 'blank' },
  f: { do: 'full' },
  '?': { do: 'keys' },
};

/**
 * What a key asks for; undefined where it is not one of ours.
 *
 * @param labels the answers on offer, in the order of their keys
 * @param singles whether keys count that are a single letter, digit or sign (WCAG 2.2, criterion 2.1.4: they can be
 *   turned off)
 */
export function commandOf(pressed: Pressed, labels: readonly Label[], singles: boolean): Command | undefined {
  const { key, shiftKey } = pressed;
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  if (Object.hasOwn(named, key)) return named[key];
  if (!singles) return undefined;
  // The place of the key, not its sign: with Shift, and without it on a French keyboard, the sign is another.
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(pressed.code)?.[1] ?? /^[1-4]$/.exec(key)?.[0];
  if (digit !== undefined) {
    const label = labels[Number(digit) - 1];
    return label && { do: shiftKey ? 'take' : 'add', label };
  }
  const sign = key.toLowerCase();
  return Object.hasOwn(single, sign) ? single[sign] : undefined;
}
