import type { BarcodeDetector as Detector } from 'qr/decode.js';

/** Gives the texts of the QR codes on a picture; none where there is none. */
export type CodeReader = (picture: ImageBitmapSource) => Promise<string[]>;

/**
 * What reads QR codes here: the browser itself where it can, else a library, which is loaded now.
 *
 * @throws where the library cannot be loaded
 */
export async function openReader(): Promise<CodeReader> {
  const detector = (await nativeDetector()) ?? new (await import('qr/decode.js')).BarcodeDetector();
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

/** That of the browser, where it has one that reads QR codes. */
async function nativeDetector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: typeof Detector };
  try {
    const formats = await BarcodeDetector?.getSupportedFormats();
    return formats?.includes('qr_code') ? new BarcodeDetector!({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}
