import { partsOfKey } from '../domain/cohort';
import type { Cause } from '../domain/errorCause';
import { type Pair, pairKey, structureKey } from '../domain/labelScheme';
import { useViewStore } from '../stores/viewStore';
import { changeCohortView, selectRow } from './changeCohortView';
import { openCase, openPanel } from './navigate';

/** Opens the case of a row at the answer to the gap of a pair, its errors shown by cause or those of one cause. */
export function openGap(key: string, pair: Pair, cause: Cause | null = null): void {
  const [caseId, model] = partsOfKey(key);
  selectRow(key);
  openPanel('gap');
  openCase(caseId, model, { structure: structureKey(pair.label), view: 'causes', cause });
}

/** Leads from a mean gap to what it is made of over the cohort. */
export function openMeanGap(pair: Pair): void {
  useViewStore.setState({ screen: 'cohort', tab: 'gap' });
  changeCohortView({ pair: pairKey(pair) });
}
