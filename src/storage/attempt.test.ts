import { expect, test } from 'vitest';
import { newUuid } from './attempt.ts';
import { isUuid } from './values.ts';

test('a new id is a random UUID of version 4, and no other is like it', () => {
  const ids = Array.from({ length: 1000 }, newUuid);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) {
    expect(isUuid(id)).toBe(true);
    expect(id).toMatch(/^.{14}4.{4}[89ab]/);
  }
});
