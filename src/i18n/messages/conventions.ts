import type { QuirkKey } from '../../domain/conventions/convention';
import { defineMessages, type Message } from '../message';

/** Why two conventions differ (domain/conventions/ruleApart.ts); `…Elsewhere` ends a sentence on lesions. */
type ApartKey =
  | `${'missed' | 'false'}_${'one' | 'other'}`
  | `${'missed' | 'false'}Shares`
  | 'oneToOneElsewhere'
  | 'dilatedElsewhere'
  | 'wholeElsewhere'
  | 'tooSmall_one'
  | 'tooSmall_other'
  | 'same'
  | 'noNumber'
  | 'wholeOrLesions'
  | 'joined';

const words: Record<QuirkKey | ApartKey | 'missing' | 'axesDiffer', Message> = {
  missing: {
    en: '{{convention}}: the scheme has no {{structures}}, so there are no rows of it.',
    zh: '{{convention}}：方案中没有 {{structures}}，因此没有相应的行。',
  },
  axesDiffer: {
    en: '{{convention}}: the x and z edges of the voxel differ. lesionwise_hd95 and lesionwise_nsd are the official numbers, with these edges exchanged; those with _axes_right are the right ones.',
    zh: '{{convention}}：体素的 x 与 z 边长不同。lesionwise_hd95 和 lesionwise_nsd 是官方数值（两边长被互换），带 _axes_right 的才正确。',
  },
  'mean-leaves-out-both-empty': {
    en: 'A structure that neither map holds has no Dice, and the mean leaves that case out.',
    zh: '若参考与预测都没有该结构，则没有 Dice，均值不计入该病例。',
  },
  'both-empty-is-perfect': {
    en: 'A structure that neither map holds scores as a perfect one.',
    zh: '若参考与预测都没有该结构，按满分计。',
  },
  'penalty-from-image-size': {
    en: 'The distance of a miss is the diagonal of an image in voxels: it says nothing about the prediction.',
    zh: '漏检时的距离取图像的体素对角线长度，与预测本身无关。',
  },
  'every-speck-is-charged': {
    en: 'A false positive counts as a whole lesion whatever its size: one voxel too many can halve the score.',
    zh: '假阳性不论大小都按一个完整病灶计：多出一个体素就可能使分数减半。',
  },
  'small-found-is-forgiven': {
    en: 'A reference lesion at or below the threshold enters no score, and a prediction on it is no false positive.',
    zh: '不超过阈值的参考病灶不计分，落在其上的预测也不算假阳性。',
  },
  'sizes-in-two-units': {
    en: 'Reference lesions are left out by mm³ and predicted ones by voxels, with the same number.',
    zh: '参考病灶按 mm³ 舍去，预测病灶按体素数舍去，用的却是同一个数值。',
  },
  'whole-hd95-of-numbers': {
    en: 'The official HD95 of the whole structure takes lesion numbers for a mask; hd95 is the right one and hd95_official what the program writes.',
    zh: '官方程序在计算整体 HD95 时把病灶编号当作掩膜；hd95 为正确值，hd95_official 为官方程序的值。',
  },
  'snfh-dilated-three-times': {
    en: 'SNFH was to be dilated five times; a misspelt name in the program leaves it at three.',
    zh: 'SNFH 本应膨胀五次；程序中的拼写错误使其只膨胀三次。',
  },
  'false-positives-are-free': {
    en: 'False positives are counted but enter no score.',
    zh: '假阳性只计数，不影响分数。',
  },
  'misses-leave-the-mean': {
    en: 'Missed and false lesions do not enter the lesion-wise means; f1 alone tells of them.',
    zh: '漏检与误检的病灶不进入病灶级均值，只有 f1 反映它们。',
  },
  'spacing-on-wrong-axes': {
    en: 'The official program takes the x edge of a voxel along z and the z edge along x; where they differ, the scores with _axes_right are the right ones.',
    zh: '官方程序把体素的 x 边长用于 z 轴、z 边长用于 x 轴；两者不同时，带 _axes_right 的分数才正确。',
  },
  'global-in-voxels': {
    en: 'Distances of the whole structure are in voxels in the official program, and are not given here.',
    zh: '官方程序的整体距离以体素为单位，这里不给出。',
  },
  'unknown-label-drops-the-case': {
    en: 'The official program drops a case from all means when one voxel has a label that it does not name.',
    zh: '只要有一个体素的标签未在配置中出现，官方程序就把该病例从所有均值中去掉。',
  },
  'small-false-positives-of-any-size': {
    en: 'Every false positive of the structure counts against small lesions, of any size.',
    zh: '该结构的所有假阳性不论大小都计入小病灶的统计。',
  },
  'spacing-of-prediction': {
    en: 'The official program takes the spacing of the prediction, unchecked; here it is that of the reference, and a difference is a warning.',
    zh: '官方程序不加检查地采用预测的体素间距；这里采用参考的间距，并在不一致时警告。',
  },
  'missing-file-unnoticed': {
    en: 'The mean is over the predictions that are there: the official program does not notice a missing one.',
    zh: '均值只包含存在的预测：官方程序不会发现缺失的文件。',
  },
  missed_one: {
    en: 'A missed lesion of {{size}} enters as 0 under {{counts}} and {{elsewhere}}.',
    zh: '漏检的一个病灶（{{size}}）在 {{counts}} 下按 0 计，{{elsewhere}}。',
  },
  missed_other: {
    en: '{{count}} missed lesions, the largest of {{size}}, enter as 0 under {{counts}} and {{elsewhere}}.',
    zh: '漏检的 {{count}} 个病灶（最大 {{size}}）在 {{counts}} 下按 0 计，{{elsewhere}}。',
  },
  missedShares: {
    en: 'Missed lesions are {{count}} of the {{total}} that enter the mean under {{counts}}, and {{otherCount}} of {{otherTotal}} under {{ignores}}.',
    zh: '在 {{counts}} 下，计入均值的 {{total}} 个病灶中有 {{count}} 个是漏检；在 {{ignores}} 下，{{otherTotal}} 个中有 {{otherCount}} 个。',
  },
  false_one: {
    en: 'A false lesion of {{size}} enters as 0 under {{counts}} and {{elsewhere}}.',
    zh: '误检的一个病灶（{{size}}）在 {{counts}} 下按 0 计，{{elsewhere}}。',
  },
  false_other: {
    en: '{{count}} false lesions, the largest of {{size}}, enter as 0 under {{counts}} and {{elsewhere}}.',
    zh: '误检的 {{count}} 个病灶（最大 {{size}}）在 {{counts}} 下按 0 计，{{elsewhere}}。',
  },
  falseShares: {
    en: 'False lesions are {{count}} of the {{total}} that enter the mean under {{counts}}, and {{otherCount}} of {{otherTotal}} under {{ignores}}.',
    zh: '在 {{counts}} 下，计入均值的 {{total}} 个病灶中有 {{count}} 个是误检；在 {{ignores}} 下，{{otherTotal}} 个中有 {{otherCount}} 个。',
  },
  oneToOneElsewhere: { en: 'not at all under {{ignores}}', zh: '在 {{ignores}} 下完全不计' },
  dilatedElsewhere: {
    en: 'not singly under {{ignores}}, which joins lesions or leaves small ones out',
    zh: '在 {{ignores}} 下不单独计：它会合并病灶或舍去小病灶',
  },
  wholeElsewhere: {
    en: 'only with its voxels under {{ignores}}',
    zh: '在 {{ignores}} 下只计其体素',
  },
  tooSmall_one: {
    en: '{{counts}} counts {{count}} lesion, {{ignores}} {{otherCount}}: the others are too small or joined there.',
    zh: '{{counts}} 计入 {{count}} 个病灶，{{ignores}} 计入 {{otherCount}} 个：其余在后者中过小或被合并。',
  },
  tooSmall_other: {
    en: '{{counts}} counts {{count}} lesions, {{ignores}} {{otherCount}}: the others are too small or joined there.',
    zh: '{{counts}} 计入 {{count}} 个病灶，{{ignores}} 计入 {{otherCount}} 个：其余在后者中过小或被合并。',
  },
  same: { en: 'Both conventions give the same number.', zh: '两种约定给出同一数值。' },
  noNumber: { en: '{{without}} gives no number here.', zh: '{{without}} 在此没有数值。' },
  wholeOrLesions: {
    en: '{{lesionWise}} gives every lesion the same weight; {{whole}} scores the structure as one.',
    zh: '{{lesionWise}} 对每个病灶给予相同权重；{{whole}} 把该结构作为整体计分。',
  },
  joined: {
    en: 'The two conventions join and match lesions in different ways.',
    zh: '两种约定合并与匹配病灶的方式不同。',
  },
};

export const conventions = defineMessages(words);
