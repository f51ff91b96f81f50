import { modelColors } from '../domain/palette';
import type { CodeColor } from './codeColor';

const rightStrength = 0.4;

/** What a code of structureBits (1 reference, 2 first, 4 second model) looks like; null where all say no. */
export function modelCodeColor(code: number): CodeColor | null {
  if (code === 0 || code > 7) return null;
  const isReference = (code & 1) !== 0;
  const isFirstRight = ((code & 2) !== 0) === isReference;
  const isSecondRight = ((code & 4) !== 0) === isReference;
  if (isFirstRight && isSecondRight) return { color: modelColors.bothRight, strength: rightStrength };
  if (isFirstRight) return { color: modelColors.firstOnly, strength: 1 };
  return { color: isSecondRight ? modelColors.secondOnly : modelColors.bothWrong, strength: 1 };
}
