import { defineMessages } from '../message';

/** One case in plain words (i18n/findingSentences.ts). No sentence judges; each says what its numbers say. */
export const findings = defineMessages({
  title: { en: 'In words', zh: '通俗说明' },
  numbers: { en: 'The technical numbers', zh: '技术指标' },
  why: { en: 'Why a region and its label score differently', zh: '区域与其标签的得分为何不同' },
  limits: { en: 'What these numbers cannot tell', zh: '这些数字不能说明的内容' },
  told: { en: 'What was found, missed and extra', zh: '检出、漏检与多标' },
  under: { en: 'under {{value}}', zh: '<{{value}}' },
  over: { en: 'over {{value}}', zh: '>{{value}}' },

  sayFoundAll: { en: 'All {{reference}} {{unit}} were found.', zh: '{{reference}} {{unit}} 全部检出。' },
  sayFound: {
    en: '{{found}} of {{reference}} {{unit}} were found ({{share}} %).',
    zh: '{{reference}} {{unit}} 中检出 {{found}} {{unit}}（{{share}}%）。',
  },
  sayMissed: { en: '{{missed}} {{unit}} were missed.', zh: '漏检 {{missed}} {{unit}}。' },
  sayExtra: {
    en: '{{extra}} {{unit}} are marked beyond the reference.',
    zh: '超出参考标注多标 {{extra}} {{unit}}。',
  },
  sayNoExtra: { en: 'Nothing is marked beyond the reference.', zh: '没有超出参考标注的部分。' },
  sayMissedAll: {
    en: 'None of it was found: all {{reference}} {{unit}} were missed.',
    zh: '完全没有检出：{{reference}} {{unit}} 全部漏检。',
  },
  sayExtraOnly: {
    en: 'The reference holds none of it, yet {{extra}} {{unit}} are marked.',
    zh: '参考标注中没有该结构，却标出了 {{extra}} {{unit}}。',
  },
  sayMaskLeftOut: {
    en: 'Not scored: a mask that it needs was left out of this case.',
    zh: '未评分：此病例中它所需的掩膜被略去。',
  },
  sayNeither: {
    en: 'Neither the reference nor the prediction holds any of it in this case.',
    zh: '此病例的参考标注和预测中都没有该结构。',
  },
  sayLarger: {
    en: 'The marked {{size}} is too large by {{difference}} {{unit}} ({{share}} %).',
    zh: '标出的{{size}}偏大 {{difference}} {{unit}}（{{share}}%）。',
  },
  sayTimes: {
    en: 'The marked {{size}} is too large by {{difference}} {{unit}}: {{times}} times as large as the reference.',
    zh: '标出的{{size}}偏大 {{difference}} {{unit}}：为参考{{size}}的 {{times}} 倍。',
  },
  saySmaller: {
    en: 'The marked {{size}} is too small by {{difference}} {{unit}} ({{share}} %).',
    zh: '标出的{{size}}偏小 {{difference}} {{unit}}（{{share}}%）。',
  },
  sayAsLarge: {
    en: 'The marked {{size}} is right to within 1 %, which does not say that it lies in the right place.',
    zh: '标出的{{size}}与参考相差不到 1%，但这并不说明位置一致。',
  },

  sayLesionsAllOne: {
    en: 'The only lesion was found{{barely}}: the prediction touches it or its surroundings.',
    zh: '唯一的病灶已检出{{barely}}：预测触及该病灶或其周围。',
  },
  sayLesionsAll: {
    en: 'All {{count}} lesions were found{{barely}}: the prediction touches each of them or its surroundings.',
    zh: '{{count}} 个病灶全部检出{{barely}}：预测触及每个病灶或其周围。',
  },
  sayLesionsSome: {
    en: '{{found}} of {{total}} lesions were found{{barely}}: there the prediction touches the lesion or its surroundings.',
    zh: '{{total}} 个病灶中检出 {{found}} 个{{barely}}：预测触及该病灶或其周围。',
  },
  sayBarelyOne: { en: ', with a Dice below {{dice}}', zh: '（Dice 低于 {{dice}}）' },
  sayBarely: {
    en: ', {{count}} of them with a Dice below {{dice}}',
    zh: '（其中 {{count}} 个的 Dice 低于 {{dice}}）',
  },
  sayLesionsNoneOne: { en: 'The only lesion was not found.', zh: '唯一的病灶未检出。' },
  sayLesionsNone: {
    en: 'None of the {{count}} lesions was found.',
    zh: '{{count}} 个病灶均未检出。',
  },
  sayNoLesions: {
    en: 'The reference holds no lesion that counts.',
    zh: '参考标注中没有计入统计的病灶。',
  },
  sayMissedLesionsOne: {
    en: 'One was missed, of {{volume}} {{unit}}.',
    zh: '漏检 1 个（{{volume}} {{unit}}）。',
  },
  sayMissedLesions: {
    en: '{{count}} were missed, the largest of {{volume}} {{unit}}.',
    zh: '漏检 {{count}} 个，其中最大的为 {{volume}} {{unit}}。',
  },
  sayMissedCountOne: { en: 'One was missed.', zh: '漏检 1 个。' },
  sayMissedCount: { en: '{{count}} were missed.', zh: '漏检 {{count}} 个。' },
  sayExtraSpotsOne: {
    en: 'One spot of {{volume}} {{unit}} is marked where the reference has no lesion.',
    zh: '另有 1 处标注（{{volume}} {{unit}}），该处参考标注中没有病灶。',
  },
  sayExtraSpots: {
    en: '{{count}} spots are marked where the reference has no lesion, the largest of {{volume}} {{unit}}.',
    zh: '另有 {{count}} 处标注，这些位置参考标注中没有病灶，最大的为 {{volume}} {{unit}}。',
  },
  sayExtraCountOne: {
    en: 'One spot is marked where the reference has no lesion.',
    zh: '另有 1 处标注，该处参考标注中没有病灶。',
  },
  sayExtraCount: {
    en: '{{count}} spots are marked where the reference has no lesion.',
    zh: '另有 {{count}} 处标注，这些位置参考标注中没有病灶。',
  },
  sayLeftOutOne: {
    en: 'One lesion of at most {{threshold}} {{smallUnit}} is left out of these counts.',
    zh: '1 个不超过 {{threshold}} {{smallUnit}} 的病灶未计入。',
  },
  sayLeftOut: {
    en: '{{count}} lesions of at most {{threshold}} {{smallUnit}} are left out of these counts.',
    zh: '{{count}} 个不超过 {{threshold}} {{smallUnit}} 的病灶未计入。',
  },

  sayShift: {
    en: 'The contour is off by about {{mm}} mm: an even shift of the reference by that much would cost the same agreement.',
    zh: '轮廓偏离约 {{mm}} mm：参考轮廓整体偏移这么多，会造成同样的重合损失。',
  },
  sayHd95: {
    en: '95 % of each contour lies within {{mm}} mm of the other.',
    zh: '两条轮廓各有 95% 与对方相距不超过 {{mm}} mm。',
  },
  saySame: { en: 'Both contours are the same.', zh: '两条轮廓完全一致。' },
  sayNeverReached: {
    en: 'It agrees less than any even shift of the contour would, so one distance cannot describe it.',
    zh: '其重合程度低于轮廓任何均匀偏移的结果，因此无法用单一距离描述。',
  },
  sayNoContour: {
    en: 'With one of the two contours missing there is no distance in mm.',
    zh: '其中一条轮廓不存在，因此没有以 mm 计的距离。',
  },

  sayWithinVoxel: {
    en: 'A contour error below one voxel ({{voxel}} mm) is finer than the reference itself can be drawn.',
    zh: '轮廓误差小于一个体素（{{voxel}} mm），已低于参考标注本身的精度。',
  },
  sayUnstable: {
    en: 'Even a {{ball}} of {{reference}} {{unit}} would lose {{cost}} of Dice if its contour moved by one voxel ({{voxel}} mm): at this size Dice is unstable.',
    zh: '即使是 {{reference}} {{unit}} 的{{ball}}，轮廓移动一个体素（{{voxel}} mm）也会损失 {{cost}} 的 Dice：这种大小的结构，Dice 并不稳定。',
  },
  sayOneReference: {
    en: 'Everything here is measured against one reference. It does not say how certain that reference is, nor what a difference means for the patient.',
    zh: '以上均以一份参考标注为准，既不能说明参考标注本身有多可靠，也不能说明差异对患者意味着什么。',
  },

  countingLesions: { en: 'Lesions are still being counted.', zh: '病灶仍在统计中。' },
  measuringContour: {
    en: 'The distance between the contours is still being measured.',
    zh: '轮廓间的距离仍在测量中。',
  },
});
