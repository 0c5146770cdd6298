import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sharePicture } from './share-picture.ts';

test.each([
  'Who?',
  'Six hundred in one strike?',
  'Word after word, as many as a title may have, '.padEnd(80, 'gy '),
])('is a PNG of 1200 × 630 with room between the title and the name of the site: %s', async (title) => {
  const picture = sharp(await sharePicture({ kicker: 'Lesson 1', title }));
  expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  const inked = async (top: number, height: number) => {
    const { data } = await picture
      .clone()
      .extract({ left: 0, top, width: 1200, height })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data.some((shade) => shade < 128);
  };
  expect(await inked(170, 120), 'the title').toBe(true);
  expect(await inked(515, 15), 'the room').toBe(false);
  expect(await inked(530, 40), 'the name').toBe(true);
});
