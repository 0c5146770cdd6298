/**
 * Krippendorff's alpha for nominal data: how far readers agree beyond chance. 1 is perfect agreement, 0 what chance
 * would give. α = 1 − Dₒ/Dₑ, the observed over the expected disagreement of values paired within units (Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability", section C).
 *
 * @param units per unit the value each reader gave it; undefined where a reader gave none
 * @returns alpha; 1 when every value is the same, undefined when no unit has two values
 */
export function krippendorffAlpha(units: readonly (readonly (string | undefined)[])[]): number | undefined {
  const totals = new Map<string, number>();
  let pairable = 0;
  let disagreement = 0;
  for (const unit of units) {
    const values = unit.filter((value) => value !== undefined);
    if (values.length < 2) continue;
    pairable += values.length;
    for (const [at, one] of values.entries()) {
      totals.set(one, (totals.get(one) ?? 0) + 1);
      for (const [where, other] of values.entries()) {
        if (at !== where && one !== other) disagreement += 1 / (values.length - 1);
      }
    }
  }
  if (pairable === 0) return undefined;
  const counts = [...totals.values()];
  const expected = counts.reduce((sum, count) => sum + count * (pairable - count), 0) / (pairable - 1);
  return expected === 0 ? 1 : 1 - disagreement / expected;
}
