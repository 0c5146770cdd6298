/**
 * One number in digits and no words: 130.5 or 130,5; a thousand and more also with spaces of any width, apostrophes,
 * commas or points between the thousands. It is the pattern of the field, too: what cannot be read here, the browser
 * does not let a learner hand in.
 */
export const readable =
  /[^\p{L}\p{N}]*?(-|−)?\s*(\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d*[.,]?\d+)[^\p{L}\p{N}]*/u;

const nothingElse = new RegExp(`^${readable.source}$`, 'u');

/**
 * The numbers that a learner may mean by `text`: none when it cannot be read; two when a mark may stand before decimals
 * as well as between thousands (1,400). Whichever was meant, nobody is marked wrong for a way of writing.
 */
export function readings(text: string): readonly number[] {
  const [, minus, found] = nothingElse.exec(text) ?? [];
  if (found === undefined) return [];
  const digits = found.replace(/[\s'’]/g, '');
  const [first, ...others] = digits.match(/[.,]/g) ?? [];
  const meant = [];
  // Decimals follow the last mark, if there is none like it before.
  if (others.length === 0 || others.at(-1) !== first)
    meant.push(digits.replace(/[.,](?=.*[.,])/g, '').replace(',', '.'));
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(digits) && others.every((mark) => mark === first))
    meant.push(digits.replace(/[.,]/g, ''));
  return meant.map((each) => (minus ? -1 : 1) * Number(each));
}
