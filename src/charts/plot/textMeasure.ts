/** How wide (CSS pixels) a text is in a font, given as CSS has it: "600 12px sans-serif". */
export function textMeasure(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  context.font = font;
  return (text) => context.measureText(text).width;
}
