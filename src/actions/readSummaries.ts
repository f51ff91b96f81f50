import { failure } from '../domain/errors';
import { parseSummaryJson } from '../io/parseSummaryJson';
import { useCohortStore } from '../stores/cohortStore';
import { type OpenedSummary, useSummariesStore } from '../stores/summariesStore';

/** Reads nnU-Net's own evaluations among the opened files, so that they can be held against our scores. */
export async function readSummaries(): Promise<void> {
  const { recognition, files } = useCohortStore.getState();
  const known = useSummariesStore.getState().summaries;
  // Those of a restored session are read when its folder is open again.
  const found = (recognition?.summaries ?? []).flatMap(({ path, model }) => {
    const file = files.get(path);
    return file ? [{ path, model, file }] : [];
  });
  const isKnown = found.every(({ path, model, file }, index) => {
    const before = known[index];
    return before?.path === path && before.model === model && before.file === file;
  });
  if (isKnown && known.length === found.length) return;
  const summaries = await Promise.all(
    found.map(async (entry): Promise<OpenedSummary> => {
      const { path, file } = entry;
      try {
        const parsed = parseSummaryJson(path, await file.text());
        if (parsed.ok) return { ...entry, summary: parsed.value, problem: null };
        return { ...entry, summary: null, problem: parsed.problem };
      } catch (reason) {
        const { problem } = failure('unreadable-file', path, { detail: String(reason) });
        return { ...entry, summary: null, problem };
      }
    }),
  );
  if (useCohortStore.getState().recognition === recognition) useSummariesStore.setState({ summaries });
}
