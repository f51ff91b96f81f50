const regions = [
  { name: 'whole_tumor', labels: [1, 2, 3] },
  { name: 'tumor_core', labels: [2, 3] },
  { name: 'enhancing_tumor', labels: [3] },
];
const labels = [
  { value: 1, name: 'ED' },
  { value: 2, name: 'NCR' },
  { value: 3, name: 'ET' },
];

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function confusion(random: () => number, skill: number): number[][] {
  const voxels = [9_000_000, 200, 200, 200].map((least, index) =>
    index === 0 ? least : Math.round(least + 60_000 * random() ** 3),
  );
  const isWithoutCore = random() < 0.03;
  return voxels.map((count, reference) =>
    voxels.map((_, prediction) => {
      if (isWithoutCore && (reference === 3 || prediction === 3)) return 0;
      if (reference === prediction) return Math.round(count * (reference === 0 ? 1 : skill));
      if (reference === 0) return Math.round(voxels[prediction] * (1 - skill) * random() * 0.6);
      return Math.round(count * (1 - skill) * random() * 0.4);
    }),
  );
}

/** A scores file of as many made-up cases as asked for, by two models or by those that are named. */
export function generatedScores(caseCount: number, models = ['region-net', 'label-net']) {
  const random = seeded(20260101);
  const cases = Array.from({ length: caseCount }, (_, index) => {
    const caseId = `MADE-${String(index + 1).padStart(4, '0')}`;
    const difficulty = random() * 0.3;
    return models.map((model, place) => ({
      case: caseId,
      model,
      reference: { file: `${caseId}_seg.nii.gz`, bytes: 1 },
      prediction: { file: `${caseId}_pred.nii.gz`, bytes: 1 },
      geometry: { shape: [240, 240, 155], spacingMm: [1, 1, 1], warnings: [] },
      confusion: {
        labels: [0, 1, 2, 3],
        counts: confusion(random, 0.95 - difficulty - 0.02 * place - 0.05 * random()),
      },
      structures: [],
      pairs: [],
      reconstruction: null,
      reconstructionReason: 'not-computed',
    }));
  }).flat();
  return {
    format: 'regionlens.scores',
    version: 1,
    producer: 'test',
    profile: 'nnunet',
    scheme: { name: 'made up', labels, regions, regionsClassOrder: [1, 2, 3], ignoreLabel: null },
    cases,
    failures: [],
  };
}
