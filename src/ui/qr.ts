/** The most modules along a side that a phone reads from a screen or a sheet of paper: version 25 of the standard. */
const longestSide = 117;

/** The quiet margin that a reader needs around a code, in modules. */
const margin = 4;

/**
 * The QR code of `text`, row by row, true where it is dark, its margin around it; undefined where the text is too long for
 * a code that a phone can read (about 1,200 characters). What it takes is loaded at the first call.
 *
 * @throws where that cannot be loaded
 */
export async function qrCode(text: string): Promise<boolean[][] | undefined> {
  const { encodeQR } = await import('qr');
  try {
    const code = encodeQR(text, 'raw', { ecc: 'low', border: margin });
    return code.length - 2 * margin > longestSide ? undefined : code;
  } catch {
    // Longer than any code can be.
    return undefined;
  }
}
