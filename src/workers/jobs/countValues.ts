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
    if (read.ok) files.push(read.value.values.filter(({ value }) => value !== 0));
  }
  return { files };
}
