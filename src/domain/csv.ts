/** What a cell may hold: text, a number, or nothing. */
export type Cell = string | number | undefined;

/**
 * A table as comma-separated values (RFC 4180) for spreadsheets: with a byte order mark, without which some read it in
 * another encoding, and with text that a spreadsheet would calculate made harmless by an apostrophe before it (OWASP,
 * "CSV Injection").
 *
 * @param rows the first of them the names of the columns
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = calculates(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Whether a spreadsheet may take a text for a formula: by its first sign, also in the wide forms of East Asian scripts and
 * behind spaces and signs that are not seen.
 */
function calculates(text: string): boolean {
  return /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) || /^[\t\r\n]/.test(text);
}
