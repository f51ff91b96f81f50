import { guessScheme, isFounded } from '../io/guessScheme';
import { useCohortStore } from '../stores/cohortStore';
import { type FoundValue, useFoundValuesStore } from '../stores/foundValuesStore';
import type { CountValuesResponse } from '../workers/protocol';
import { predictionSource, referenceSource } from './caseSources';
import { pool } from './pool';

/**
 * Counts the label values in the files of one case, so that the question for the scheme can show them, and
 * guesses again from names and values together. A pass over two or three files, without progress.
 */
export async function countFirstCase(): Promise<void> {
  const { cohort, files, isSchemeConfirmed } = useCohortStore.getState();
  const item =
    cohort?.cases.find(({ reference, predictions }) => reference && predictions.length > 0) ??
    cohort?.cases[0];
  if (!item || files.size === 0) return;
  useFoundValuesStore.setState({ firstCase: null });
  const sources = [
    referenceSource(item),
    ...item.predictions.map((prediction) => predictionSource(item, prediction)),
  ].filter((source) => source !== null);
  try {
    const counted = await pool.run('countValues', { sources }, { priority: 1 });
    if (useCohortStore.getState().cohort !== cohort) return;
    const firstCase = totals(counted.files);
    useFoundValuesStore.setState({ firstCase });
    if (isSchemeConfirmed) return;
    const values = firstCase.map(({ value }) => value);
    const [guess] = guessScheme({ names: [...files.keys()], values });
    useCohortStore.setState({
      schemeGuess: guess && isFounded(guess) ? { presetId: guess.preset.id } : null,
    });
  } catch {
    // Values are a help, not a need: what is wrong with a file is told when it is scored.
  }
}

function totals(files: CountValuesResponse['files']): FoundValue[] {
  const byValue = new Map<number, FoundValue>();
  for (const { value, count, name = '' } of files.flat()) {
    const known = byValue.get(value) ?? { value, voxels: 0, files: 0, names: [] };
    const names = [...new Set([...known.names, name])];
    byValue.set(value, { value, voxels: known.voxels + count, files: known.files + 1, names });
  }
  return [...byValue.values()].sort((first, second) => first.value - second.value);
}
