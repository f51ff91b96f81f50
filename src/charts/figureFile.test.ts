import { expect, test } from 'vitest';
import { layoutWidthPx, pixelRatio, pngWithResolution, sizedSvg } from './figureFile';

const column = { widthMm: 85, fontPt: 8, dpi: 300 };

test('a chart is laid out so wide that its text has the asked size on paper', () => {
  const px = layoutWidthPx(column);
  const mmPerPx = column.widthMm / px;
  expect((11 * mmPerPx * 72) / 25.4).toBeCloseTo(8, 1);
});

test('a picture of 85 mm at 300 dpi is 1004 pixels wide', () => {
  expect(Math.round(pixelRatio(column, 331) * 331)).toBe(1004);
});

test('a drawing gets its size in millimetres and keeps its coordinates', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="340" height="170" viewBox="0 0 340 170"><svg width="5" height="5"/></svg>';
  expect(sizedSvg(svg, 85)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="85mm" height="42.5mm" viewBox="0 0 340 170"><svg width="5" height="5"/></svg>',
  );
});

test('a PNG says its resolution right behind its header', () => {
  const png = Uint8Array.from({ length: 40 }, (_, index) => index);
  const file = pngWithResolution(png, 300);
  expect(file.length).toBe(61);
  expect(String.fromCharCode(...file.subarray(37, 41))).toBe('pHYs');
  // 300 dpi is 11811 pixels a metre; the checksum is that of every PNG of 300 dpi.
  expect([...file.subarray(41, 54)]).toEqual([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1, 0x78, 0xa5, 0x3f, 0x76]);
  expect([...file.subarray(54)]).toEqual([...png.subarray(33)]);
});
