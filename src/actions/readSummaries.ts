import { failure } from '../domain/errors';
import { parseSummaryJson } from '../io/parseSummaryJson';
import { useCohortStore } from '../stores/cohortStore';
import { type OpenedSummary, useSummariesStore } from '../stores/summariesStore';

/** Reads nnU-Net's own evaluations among the opened files, so that they can be held against our scores. */
export async function readSummaries(): Promise<void> {
  const { recognition, files } = useCohortStore.getState();
  const known = useSummariesStore.getState().summaries;
  // Those of a restored session are read when its folder is open again.
  const found = (recognition?.summaries ?? []).filter(({ path }) => files.has(path));
  if (known.map(keyOf).join() === found.map(keyOf).join()) return;
  const summaries = await Promise.all(
    found.map(async ({ path, model }): Promise<OpenedSummary> => {
      try {
        const parsed = parseSummaryJson(path, (await files.get(path)?.text()) ?? '');
        if (parsed.ok) return { path, model, summary: parsed.value, problem: null };
        return { path, model, summary: null, problem: parsed.problem };
      } catch (reason) {
        const { problem } = failure('unreadable-file', path, { detail: String(reason) });
        return { path, model, summary: null, problem };
      }
    }),
  );
  if (useCohortStore.getState().recognition === recognition) useSummariesStore.setState({ summaries });
}

function keyOf({ path, model }: { path: string; model: string | null }): string {
  return `${path}\n${model}`;
}
