import type { Font } from 'fontkitten';
import sharp from 'sharp';
import { fontOf, linesOf, widthOf } from './typeset.ts';

/** What a share picture says, beside the name of the site. */
export interface ShareWords {
  /** A few words above the title: "Lesson 3". */
  readonly kicker: string;
  readonly title: string;
}

const [width, height, edge] = [1200, 630, 80];
const colours = { paper: '#fdfbf7', ink: '#211e1a', soft: '#5f5850', accent: '#9c2f1c' };

/** The picture that stands for a page where a link to it is shared: a PNG of 1200 × 630, in the site's own letters. */
export async function sharePicture({ kicker, title }: ShareWords): Promise<Uint8Array<ArrayBuffer>> {
  const [serif, sans] = [fontOf('source-serif-4'), fontOf('source-sans-3')];
  // The largest size at which the title leaves the site's name its room.
  const size = [104, 92, 80, 68].find((each) => broken(serif, title, each).length * each <= 280) ?? 58;
  const lines = broken(serif, title, size).map((line, at) =>
    outlines(serif, line, size, 170 + size * (0.9 + 1.12 * at)),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${colours.paper}"/>
    <rect width="100%" height="14" fill="${colours.accent}"/>
    <g fill="${colours.accent}">${outlines(sans, kicker, 34, 128)}</g>
    <g fill="${colours.ink}" stroke="${colours.ink}">${lines.join('')}</g>
    <g fill="${colours.ink}" stroke="${colours.ink}">${outlines(serif, 'Who Says?', 44, height - edge + 14)}</g>
  </svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer());
}

/** Words as shapes: the machine that builds the site need not have the font, nor any. */
function outlines(font: Font, text: string, size: number, y: number): string {
  const scale = size / font.unitsPerEm;
  let x = edge / scale;
  // A thin line around the letters makes them semibold, which the font's file can only do by its other axis.
  const letters = font.glyphsForString(text).map((glyph) => {
    const letter = `<path transform="translate(${x})" d="${glyph.path.toSVG()}"/>`;
    x += glyph.advanceWidth;
    return letter;
  });
  return `<g transform="translate(0 ${y}) scale(${scale} ${-scale})" stroke-width="14">${letters.join('')}</g>`;
}

/** `title` in lines that fit between the edges. */
function broken(font: Font, title: string, size: number): string[] {
  return linesOf(title, width - 2 * edge, (words) => widthOf(font, words) * size);
}
