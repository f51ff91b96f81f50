import type { Page } from '@playwright/test';

export type Color = [number, number, number];

export interface Pixels {
  width: number;
  height: number;
  /** RGBA, row by row. */
  data: Buffer;
  at: (x: number, y: number) => Color;
}

/** The pixels of a PNG file, decoded by the page. */
export async function pixelsOfPng(page: Page, png: Buffer): Promise<Pixels> {
  const { width, height, packed } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const texts = [];
    for (let start = 0; start < data.length; start += 8192) {
      texts.push(String.fromCharCode(...data.subarray(start, start + 8192)));
    }
    return { width: bitmap.width, height: bitmap.height, packed: btoa(texts.join('')) };
  }, png.toString('base64'));
  const data = Buffer.from(packed, 'base64');
  return {
    width,
    height,
    data,
    at: (x, y) => {
      const start = 4 * (Math.floor(y) * width + Math.floor(x));
      return [data[start], data[start + 1], data[start + 2]];
    },
  };
}
