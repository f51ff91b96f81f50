import { demoDatasetFile, demoFiles } from '../../io/demoFiles';
import { demoCase, demoClassOrder, demoCohort, demoRegions } from '../../kernels/demoCase';
import type { DemoCaseRequest, DemoCaseResponse, WorkerFile } from '../protocol';

const folder = 'Demo';

/** How many cases the demo has, and the files that all of them share. */
export async function describeDemo(): Promise<{ total: number; files: WorkerFile[] }> {
  const total = demoCohort().length;
  const dataset = {
    channelNames: ['T1c', 'FLAIR'],
    regions: demoRegions,
    regionsClassOrder: demoClassOrder,
    caseCount: total,
  };
  return { total, files: [demoDatasetFile(dataset, folder)] };
}

/** Generates one case from the seed and writes its files. */
export async function makeDemoCase({ seed, index }: DemoCaseRequest): Promise<DemoCaseResponse> {
  return { files: await demoFiles(demoCase(seed, index), folder) };
}
