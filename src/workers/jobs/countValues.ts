import { readLabelMap } from '../../io/readLabelMap';
import type { CountValuesRequest, CountValuesResponse, JobContext } from '../protocol';

/** Which label values occur in saved label maps: what a person should know before choosing a scheme. */
export async function countValues(
  { sources }: CountValuesRequest,
  { signal }: JobContext,
): Promise<CountValuesResponse> {
  const files: CountValuesResponse['files'] = [];
  for (const source of sources) {
    if (source.kind !== 'label-map') continue;
    const read = await readLabelMap(source.file, signal);
    if (!read.ok) continue;
    const { values, segments } = read.value;
    const names = new Map(segments?.map(({ value, name }) => [value, name]));
    files.push(
      values
        .filter(({ value }) => value !== 0)
        .map((found) => {
          const name = names.get(found.value);
          return name === undefined ? found : { ...found, name };
        }),
    );
  }
  return { files };
}
