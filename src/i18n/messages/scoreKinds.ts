import type { PairScoreKey, StructureScoreKey } from '../../domain/scoreKinds';
import type { SurfaceDistance } from '../../domain/surfaceDistances';
import { defineMessages, type Message } from '../message';

/** A slice has contours in place of surfaces. */
type FlatKey = `${SurfaceDistance | 'nsd'}Hint_flat`;

type Key = StructureScoreKey | `${StructureScoreKey}Hint` | FlatKey | PairScoreKey | 'shiftMm';

const words: Record<Key, Message> = {
  dice: { en: 'Dice', zh: 'Dice' },
  diceHint: {
    en: 'Overlap of reference and prediction: 2·TP / (2·TP + FP + FN).',
    zh: '参考与预测的重叠：2·TP / (2·TP + FP + FN)。',
  },
  iou: { en: 'IoU', zh: 'IoU' },
  iouHint: { en: 'Jaccard index: TP / (TP + FP + FN).', zh: 'Jaccard 指数：TP / (TP + FP + FN)。' },
  precision: { en: 'Precision', zh: '精确率' },
  precisionHint: {
    en: 'Share of what is predicted that the reference has: TP / (TP + FP).',
    zh: '预测中属于参考的比例：TP / (TP + FP)。',
  },
  recall: { en: 'Recall', zh: '召回率' },
  recallHint: {
    en: 'Share of the reference that is predicted: TP / (TP + FN).',
    zh: '参考中被预测出的比例：TP / (TP + FN)。',
  },
  specificity: { en: 'Specificity', zh: '特异度' },
  specificityHint: {
    en: 'Share of everything else that is left alone: TN / (TN + FP).',
    zh: '其余部分中未被误标的比例：TN / (TN + FP)。',
  },
  referenceMl: { en: 'Reference', zh: '参考' },
  referenceMlHint: { en: 'Volume in the reference.', zh: '参考中的体积。' },
  predictionMl: { en: 'Prediction', zh: '预测' },
  predictionMlHint: { en: 'Volume in the prediction.', zh: '预测中的体积。' },
  volumeDifferenceMl: { en: 'Volume difference', zh: '体积差' },
  volumeDifferenceMlHint: { en: 'Prediction minus reference.', zh: '预测减参考。' },
  absoluteVolumeDifferenceMl: { en: 'Absolute volume difference', zh: '体积差绝对值' },
  absoluteVolumeDifferenceMlHint: {
    en: 'Prediction minus reference, without its sign.',
    zh: '预测减参考，取绝对值。',
  },
  referenceCm2: { en: 'Reference', zh: '参考' },
  referenceCm2Hint: { en: 'Area in the reference.', zh: '参考中的面积。' },
  predictionCm2: { en: 'Prediction', zh: '预测' },
  predictionCm2Hint: { en: 'Area in the prediction.', zh: '预测中的面积。' },
  areaDifferenceCm2: { en: 'Area difference', zh: '面积差' },
  areaDifferenceCm2Hint: { en: 'Prediction minus reference.', zh: '预测减参考。' },
  absoluteAreaDifferenceCm2: { en: 'Absolute area difference', zh: '面积差绝对值' },
  absoluteAreaDifferenceCm2Hint: {
    en: 'Prediction minus reference, without its sign.',
    zh: '预测减参考，取绝对值。',
  },
  relativeVolumeDifference: { en: 'Relative size difference', zh: '相对大小差异' },
  relativeVolumeDifferenceHint: {
    en: 'Prediction minus reference, over the reference; positive where the prediction is larger. 0.1 is 10 %.',
    zh: '（预测 − 参考）/ 参考；预测更大时为正。0.1 即 10 %。',
  },
  hd95Mm: { en: 'HD95', zh: 'HD95' },
  hd95MmHint: {
    en: '95th percentile of the distances between the two surfaces, weighted by area; the larger of both directions.',
    zh: '两表面间距离按面积加权的第 95 百分位数，取两个方向中的较大者。',
  },
  hd95MmHint_flat: {
    en: '95th percentile of the distances between the two contours, weighted by length; the larger of both directions.',
    zh: '两轮廓间距离按长度加权的第 95 百分位数，取两个方向中的较大者。',
  },
  hd100MmHint_flat: { en: 'The largest distance between the two contours.', zh: '两轮廓之间的最大距离。' },
  nsdHint_flat: {
    en: 'Contour Dice: the share of both contours that lies within τ of the other one.',
    zh: '轮廓 Dice：两条轮廓中与对方距离不超过 τ 的长度比例。',
  },
  asdReferenceToPredictionMmHint_flat: {
    en: 'Mean distance from the reference contour to the predicted one, weighted by length.',
    zh: '参考轮廓到预测轮廓的平均距离（按长度加权）。',
  },
  asdPredictionToReferenceMmHint_flat: {
    en: 'Mean distance from the predicted contour to the reference one, weighted by length.',
    zh: '预测轮廓到参考轮廓的平均距离（按长度加权）。',
  },
  assdMmHint_flat: {
    en: 'Average symmetric contour distance: the mean over both contours together, weighted by length.',
    zh: '平均对称轮廓距离：两条轮廓合在一起按长度加权的平均距离。',
  },
  hd100Mm: { en: 'HD', zh: 'HD' },
  hd100MmHint: {
    en: 'The largest distance between the two surfaces.',
    zh: '两表面之间的最大距离。',
  },
  nsd: { en: 'NSD', zh: 'NSD' },
  nsdHint: {
    en: 'Surface Dice: the share of both surfaces that lies within τ of the other one.',
    zh: '表面 Dice：两个表面中与对方距离不超过 τ 的面积比例。',
  },
  asdReferenceToPredictionMm: { en: 'ASD →', zh: 'ASD →' },
  asdReferenceToPredictionMmHint: {
    en: 'Mean distance from the reference surface to the predicted one, weighted by area.',
    zh: '参考表面到预测表面的平均距离（按面积加权）。',
  },
  asdPredictionToReferenceMm: { en: 'ASD ←', zh: 'ASD ←' },
  asdPredictionToReferenceMmHint: {
    en: 'Mean distance from the predicted surface to the reference one, weighted by area.',
    zh: '预测表面到参考表面的平均距离（按面积加权）。',
  },
  assdMm: { en: 'ASSD', zh: 'ASSD' },
  assdMmHint: {
    en: 'Average symmetric surface distance: the mean over both surfaces together, weighted by area.',
    zh: '平均对称表面距离：两个表面合在一起按面积加权的平均距离。',
  },
  lesionDice: { en: 'Lesion-wise Dice', zh: '病灶级 Dice' },
  lesionDiceHint: {
    en: 'Mean over the lesions of a case and its false positives, then over cases.',
    zh: '先对每个病例的病灶与假阳性取平均，再对病例取平均。',
  },
  lesionHd95Mm: { en: 'Lesion-wise HD95', zh: '病灶级 HD95' },
  lesionHd95MmHint: {
    en: 'Mean over the lesions of a case and its false positives, then over cases.',
    zh: '先对每个病例的病灶与假阳性取平均，再对病例取平均。',
  },
  lesionsFound: { en: 'Lesions found', zh: '检出病灶' },
  lesionsFoundHint: { en: 'Lesions of the reference that are met.', zh: '参考中被检出的病灶数。' },
  lesionsMissed: { en: 'Lesions missed', zh: '漏检病灶' },
  lesionsMissedHint: { en: 'Lesions of the reference that are not met.', zh: '参考中未被检出的病灶数。' },
  lesionsExtra: { en: 'False positive', zh: '假阳性' },
  lesionsExtraHint: { en: 'Predicted components that meet no lesion.', zh: '未对应任何病灶的预测连通域数。' },
  shiftMm: { en: 'Contour shift', zh: '轮廓偏移' },
  gap: { en: 'Gap', zh: '差距' },
  volumeEffect: { en: 'Volume effect', zh: '体积效应' },
  accumulatedError: { en: 'Accumulated errors', zh: '累积误差' },
  relief: { en: 'Relieved errors', zh: '免计误差' },
  regionShiftMm: { en: 'Region', zh: '区域' },
  labelShiftMm: { en: 'Label', zh: '标签' },
  shapePart: { en: 'Shape part', zh: '形状部分' },
  accuracyPart: { en: 'Accuracy part', zh: '精度部分' },
};

/** What every score is called, and what it says, under its key (domain/scoreKinds.ts). */
export const scoreKinds = defineMessages(words);
