import {
  compareModels,
  lookForMixUps,
  meanGap,
  meanIntervals,
  rateCorrelations,
} from './jobs/cohortStatistics';
import { countValues } from './jobs/countValues';
import { findErrors } from './jobs/findErrors';
import { describeDemo, makeDemoCase } from './jobs/makeDemoCase';
import { measureCase } from './jobs/measureCase';
import { openAnswer } from './jobs/openAnswer';
import { openRegions } from './jobs/openRegions';
import { readImage } from './jobs/readImage';
import { readScores } from './jobs/readScores';
import { scoreCase } from './jobs/scoreCase';
import { scoreConventions } from './jobs/scoreConventions';
import { sliceImages } from './jobs/sliceImages';
import { verifyCase } from './jobs/verifyCase';
import type { JobName, Jobs, PartOf, PartsContext } from './protocol';

export interface Job<Name extends JobName> {
  perform: (
    request: Jobs[Name]['request'],
    context: PartsContext<PartOf<Name>>,
  ) => Promise<Jobs[Name]['response']>;
  /** The buffers of the response that move to the page instead of being copied. */
  transfer: (response: Jobs[Name]['response']) => Transferable[];
}

/** All jobs by name; they know nothing of messages, so that Node runs them as well. */
export const jobs: { [Name in JobName]: Job<Name> } = {
  scoreCase: { perform: scoreCase, transfer: () => [] },
  meanIntervals: { perform: meanIntervals, transfer: () => [] },
  meanGap: { perform: meanGap, transfer: () => [] },
  findMixUps: { perform: lookForMixUps, transfer: () => [] },
  compareModels: { perform: compareModels, transfer: () => [] },
  rateCorrelations: { perform: rateCorrelations, transfer: () => [] },
  measureCase: { perform: measureCase, transfer: () => [] },
  scoreConventions: { perform: scoreConventions, transfer: () => [] },
  openAnswer: { perform: openAnswer, transfer: ({ codes }) => [codes.buffer] },
  findErrors: {
    perform: findErrors,
    transfer: ({ boundary }) => [boundary.inside.buffer, boundary.outside.buffer],
  },
  verifyCase: { perform: verifyCase, transfer: () => [] },
  openRegions: {
    perform: openRegions,
    transfer: ({ bits, steps, painted, differences }) =>
      [bits, differences?.codes, painted?.voxels, ...(steps ?? []), ...(painted?.steps ?? [])].flatMap(
        (array) => (array ? [array.buffer] : []),
      ),
  },
  readImage: { perform: readImage, transfer: ({ nifti }) => [nifti.buffer] },
  readScores: { perform: readScores, transfer: () => [] },
  countValues: { perform: countValues, transfer: () => [] },
  sliceImages: {
    perform: sliceImages,
    transfer: ({ images }) =>
      images.flatMap(({ grey, layers }) => [
        ...(grey ? [grey.buffer] : []),
        ...layers.map(({ buffer }) => buffer),
      ]),
  },
  describeDemo: { perform: describeDemo, transfer: () => [] },
  makeDemoCase: { perform: makeDemoCase, transfer: () => [] },
};
