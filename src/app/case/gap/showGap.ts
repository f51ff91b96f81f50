import { navigate, openPanel } from '../../../actions/navigate';
import { type Pair, structureKey } from '../../../domain/labelScheme';

/** Opens the answer to the gap of a pair beside the picture of the case on screen, its errors shown by cause. */
export function showGap({ label }: Pair): void {
  openPanel('gap');
  navigate({ structure: structureKey(label), view: 'causes', cause: null });
}
