import { isLabel, labels } from '#domain/label.ts';
import { isRecord } from '#storage/attempt.ts';
import { areClaims, mostTallied } from '#storage/tallies.ts';
import { isInstant } from '#storage/values.ts';
import { phases, type Hands, type Phase, type Presentation } from './presentation.ts';

/** The key in local storage under which this device keeps the presentation that is going on. */
export const presentationKey = 'who-says:present';

const version = 1;

/** The text in which a presentation is kept. */
export function writePresentation(now: Presentation): string {
  return JSON.stringify({ version, ...now });
}

/** Reads a kept presentation; undefined where there is none, or it is damaged, or of another version. */
export function readPresentation(text: string | null): Presentation | undefined {
  try {
    const data: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(data) || data['version'] !== version) return undefined;
    const { plan, hands, place, phase } = data;
    if (!isRecord(plan) || !isRecord(hands) || !phases.includes(phase as Phase)) return undefined;
    const { case: slug, claims, labels: offered, at } = plan;
    if (typeof slug !== 'string' || !areClaims(claims) || !isInstant(at)) return undefined;
    if (!Array.isArray(offered) || offered.length === 0) return undefined;
    if (typeof place !== 'number' || !Number.isInteger(place) || place < -1 || place > claims.length)
      return undefined;
    const read: Record<string, { first: Hands; second: Hands }> = {};
    for (const [claim, both] of Object.entries(hands)) {
      if (!claims.includes(claim) || !isRecord(both)) return undefined;
      const { first, second } = both;
      if (!areHands(first) || !areHands(second)) return undefined;
      read[claim] = { first, second };
    }
    return {
      plan: { case: slug, claims, labels: labels.filter((label) => offered.includes(label)), at },
      hands: read,
      place,
      phase: phase as Phase,
    };
  } catch {
    return undefined;
  }
}

function areHands(value: unknown): value is Hands {
  return Array.isArray(value) && value.length <= mostTallied.hands && value.every(isLabel);
}
