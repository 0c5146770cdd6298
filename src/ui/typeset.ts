import { create, type Font } from 'fontkitten';
import { readFileSync } from 'node:fs';

/** The site's own fonts, by the names of their files. */
export type FontName = 'source-serif-4' | 'source-sans-3';

const loaded = new Map<FontName, Font>();

/** A font of the site, to be measured and drawn by the build. Its weight is regular. */
export function fontOf(name: FontName): Font {
  const font = loaded.get(name) ?? (create(readFileSync(`src/ui/fonts/${name}.woff2`)) as unknown as Font);
  loaded.set(name, font);
  return font;
}

/** How wide `text` is in one line of `font`, in ems. Kerning is left out: it makes less than a hundredth. */
export function widthOf(font: Font, text: string): number {
  return font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0) / font.unitsPerEm;
}

/**
 * Breaks `text` at its spaces into lines no wider than `measure`; a longer word has a line of its own. Joined by
 * spaces, the lines are the text.
 *
 * @param wide the width of words, in the unit of `measure`
 */
export function linesOf(text: string, measure: number, wide: (words: string) => number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && wide(longer) <= measure) return [...lines.slice(0, -1), longer];
    return [...lines, word];
  }, []);
}
