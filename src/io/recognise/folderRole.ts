import type { Role } from '../../domain/recognition';

const exact: [Role, RegExp][] = [
  [
    'reference',
    /^(labels?(tr|ts|val|test|train)|gt_?niftis|gt_segmentations|gt|ground[-_ ]?truths?|references?|ref|truth|labels?|masks?|segs?|segmentations?|annotations?|manual|experts?|参考|参考标注|标注|金标准|标签)$/i,
  ],
  ['image', /^(images?(tr|ts|val|test|train)?|imgs?|scans?|mri?|ct|volumes?|图像|影像|原始图像)$/i],
  [
    'prediction',
    /^(pred(iction)?s?|outputs?|results?|inferences?|submissions?|infer(ts|tr)?|inferred|predicted|预测|预测结果|结果)$/i,
  ],
];

const predictionPrefix =
  /^(?:pred(?:iction)?s?|outputs?|results?|inferences?|submissions?|预测)[-_. ]+(.+)$/i;
const predictionSuffix =
  /^(.+?)[-_. ]+(?:pred(?:iction)?s?|outputs?|results?|inferences?|submissions?|预测|预测结果)$/i;
const referenceWord =
  /(?:^|[-_. ])(?:gt|ground[-_ ]?truths?|references?|ref|truth|labels?(?:tr|ts)?|masks?|seg(?:mentation)?s?|annotations?|manual|expert)(?:$|[-_. ])/i;

/** Folder names repeat for thousands of files; this keeps the answers for the last ones. */
function answeredOnce<Answer>(answer: (folder: string) => Answer): (folder: string) => Answer {
  const answers = new Map<string, Answer>();
  return (folder) => {
    const known = answers.get(folder);
    if (known !== undefined || answers.has(folder)) return known as Answer;
    if (answers.size > 20_000) answers.clear();
    const found = answer(folder);
    answers.set(folder, found);
    return found;
  };
}

/** The role that a folder's whole name stands for, or null. */
export const exactFolderRole = answeredOnce(
  (folder): Role | null => exact.find(([, pattern]) => pattern.test(folder))?.[0] ?? null,
);

/** The model in "predictions_<model>" or "<model>_predictions"; null for any other name. */
export const modelInFolderName = answeredOnce(
  (folder): string | null => predictionPrefix.exec(folder)?.[1] ?? predictionSuffix.exec(folder)?.[1] ?? null,
);

/** Whether a word of the folder's name speaks of a reference: "labels_expert2", "my gt". */
export function hasReferenceWord(folder: string): boolean {
  return referenceWord.test(folder);
}
