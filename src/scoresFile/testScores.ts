import { type Result, success } from '../domain/errors';
import { type OpenedCases, type OpenedScores, readScores } from './read';

/** For tests: a scores file with all its parts put together. */
export async function openScores(file: unknown): Promise<Result<OpenedScores>> {
  const cases: OpenedCases = { results: {}, measures: {}, reconstructions: {} };
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const head = await readScores('scores.json', new Blob([text]), (part) => {
    for (const key of ['results', 'measures', 'reconstructions'] as const)
      Object.assign(cases[key], part[key]);
  });
  return head.ok ? success({ ...head.value, ...cases }) : head;
}
