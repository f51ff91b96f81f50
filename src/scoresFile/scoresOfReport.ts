import { openContent } from '../io/openContent';

/** The element that holds the scores in a report (report/htmlReport.ts). */
const opening = '<script type="application/json" id="regionlens-scores">';

/**
 * The scores file that a report carries; null for an HTML file without one. Scores that were too large
 * for plain JSON are unpacked. Throws a ProblemError ('corrupt-gzip' and the like) for damaged ones.
 */
export async function scoresOfReport(path: string, html: string): Promise<Blob | null> {
  const start = html.indexOf(opening);
  if (start < 0) return null;
  const end = html.indexOf('</script>', start);
  const text = html.slice(start + opening.length, end < 0 ? undefined : end);
  if (!text.startsWith('{"format":"regionlens.scores.gzip"')) return new Blob([text]);
  const gzip = gzipIn(text);
  if (!gzip) return new Blob([text]);
  const parts: BlobPart[] = [];
  const { chunks } = await openContent(path, gzip);
  for await (const chunk of chunks) parts.push(chunk.slice());
  return new Blob(parts);
}

/** null when the text is damaged; then readScores says so. */
function gzipIn(text: string): Blob | null {
  try {
    const { base64 }: { base64: string } = JSON.parse(text);
    return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
  } catch {
    return null;
  }
}
