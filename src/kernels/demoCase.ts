import { type Geometry, voxelCount } from '../domain/geometry';
import { type CropBox, cropBox, cut, paste } from './demo/cropBox';
import { demoImage } from './demo/demoImages';
import { type ErrorPlan, labelPrediction, paintedMap, regionProbabilities } from './demo/demoPredictions';
import { headPhantom } from './demo/headPhantom';
import { labelsOfLevels, planTumour, type TumourPlan, tumourLevels } from './demo/tumourPhantom';
import { randomSource } from './randomSource';

/** What a demo case is there to show. */
export type DemoRole = 'ordinary' | 'no-enhancement' | 'missed-core' | 'wrong-order' | 'negative-gap';

export interface DemoPrediction {
  model: string;
  labelMap: Uint8Array<ArrayBuffer>;
  /** One array per region in declared order, multiples of 1/64; only where the model was trained on regions. */
  probabilities?: Float32Array<ArrayBuffer>[];
}

/** A made-up case: everything that its files hold, x fastest. */
export interface DemoCase {
  id: string;
  role: DemoRole;
  geometry: Geometry;
  images: { name: string; voxels: Int16Array<ArrayBuffer> }[];
  reference: Uint8Array<ArrayBuffer>;
  predictions: DemoPrediction[];
}

/** The demo's scheme is nnU-Net's conversion of BraTS. */
export const demoRegions = [
  { name: 'whole_tumor', labels: [1, 2, 3] },
  { name: 'tumor_core', labels: [2, 3] },
  { name: 'enhancing_tumor', labels: [3] },
];
export const demoClassOrder = [1, 2, 3];

/** The mistake of the case with the role `wrong-order`: the order of BraTS 2023. */
export const wrongClassOrder = [2, 1, 3];

const roles: DemoRole[] = [
  'ordinary',
  'negative-gap',
  'ordinary',
  'no-enhancement',
  'ordinary',
  'missed-core',
  'negative-gap',
  'ordinary',
  'wrong-order',
  'ordinary',
  'negative-gap',
  'ordinary',
];

const SPACING_MM = 1.75;

const geometry: Geometry = {
  shape: [96, 112, 80],
  spacingMm: [SPACING_MM, SPACING_MM, SPACING_MM],
  affine: [SPACING_MM, 0, 0, -83, 0, SPACING_MM, 0, -97, 0, 0, SPACING_MM, -61, 0, 0, 0, 1],
};

/** The ids of the demo's cases with what each is there to show, in order; the same for every seed. */
export function demoCohort(): { id: string; role: DemoRole }[] {
  return roles.map((role, index) => ({ id: `DEMO-${String(index + 1).padStart(3, '0')}`, role }));
}

/** Makes one case from the seed: the same seed and index give the same bytes. Throws beyond the last case. */
export function demoCase(seed: number, index: number): DemoCase {
  const entry = demoCohort()[index];
  if (!entry) throw new RangeError(`the demo has no case ${index}`);
  const { id, role } = entry;
  const draw = (purpose: number) => randomSource(seed, index, purpose);
  const plan = planTumour(draw(1), role !== 'no-enhancement', index % 4 === 2);
  const head = headPhantom(geometry, { centreMm: plan.centreMm, radiusMm: plan.coreMm }, draw(2));
  const box = tumourBox(plan);
  const size = voxelCount(box.geometry);
  const boxedHead = {
    tissues: cut(head.tissues, geometry, box, new Uint8Array(size)),
    depthMm: cut(head.depthMm, geometry, box, new Float32Array(size)),
  };
  const levels = tumourLevels(box.geometry, plan, boxedHead, draw(3));
  const errors = planErrors(role, index, draw(4));
  const boxed = regionProbabilities(box.geometry, levels, boxedHead, errors.regionTrained, draw(5));
  const boxedLabels = labelPrediction(box.geometry, levels, boxedHead, errors.labelTrained, draw(8));
  const whole = voxelCount(geometry);
  const probabilities = boxed.map((region) => paste(region, geometry, box, new Float32Array(whole)));
  const tumour = { levels, box };
  return {
    id,
    role,
    geometry,
    images: [
      { name: 'T1c', voxels: demoImage('t1c', geometry, head, tumour, draw(6)) },
      { name: 'FLAIR', voxels: demoImage('flair', geometry, head, tumour, draw(7)) },
    ],
    reference: paste(labelsOfLevels(levels), geometry, box, new Uint8Array(whole)),
    predictions: [
      {
        model: 'region-trained',
        probabilities,
        labelMap: paintedMap(probabilities, role === 'wrong-order' ? wrongClassOrder : demoClassOrder),
      },
      { model: 'label-trained', labelMap: paste(boxedLabels, geometry, box, new Uint8Array(whole)) },
    ],
  };
}

/** Room for the tumour, its waves and what the made-up networks hallucinate around it. */
function tumourBox(plan: TumourPlan): CropBox {
  const radiusMm = 1.2 * plan.wholeMm + 17;
  const centres = plan.satelliteMm ? [plan.centreMm, plan.satelliteMm] : [plan.centreMm];
  return cropBox(
    geometry,
    centres.map((centreMm, focus) => ({
      centreMm,
      radiusMm: focus === 0 ? radiusMm : radiusMm - plan.coreMm * 0.5,
    })),
  );
}

function planErrors(role: DemoRole, index: number, random: ReturnType<typeof randomSource>) {
  const difficulty = Math.exp(0.25 * random.normal());
  const isNegative = role === 'negative-gap';
  const regionTrained: ErrorPlan = {
    wholeMm: 2.1 * difficulty,
    coreMm: (isNegative ? 1.9 : 1.2) * difficulty,
    necrosisMm: isNegative ? 0.3 : 1 * difficulty,
    extraMm: index % 3 === 1 ? random.between(4, 7) : 0,
    missedMm: index % 4 === 0 ? random.between(5, 8) : 0,
    missesCore: role === 'missed-core',
    hallucinatesEnhancement: role === 'no-enhancement',
  };
  const labelTrained: ErrorPlan = {
    wholeMm: 2.2 * difficulty,
    coreMm: (isNegative ? 1.9 : 1.35) * difficulty,
    necrosisMm: isNegative ? 0.35 : 1.1 * difficulty,
    extraMm: index % 3 === 2 ? random.between(4, 7) : 0,
    missedMm: index % 5 === 4 ? random.between(5, 8) : 0,
    missesCore: false,
    hallucinatesEnhancement: false,
  };
  return { regionTrained, labelTrained };
}
