import { defineMessages } from '../message';

export const summary = defineMessages({
  title: { en: 'nnU-Net’s own evaluation', zh: 'nnU-Net 自带的评估' },
  equal: {
    en: 'Equal to nnU-Net’s evaluation in {{equal}} of {{values}} values',
    zh: '与 nnU-Net 的评估相同：{{equal}}/{{values}} 个数值',
  },
  hint: {
    en: 'One value per case and structure of the summary: the same voxel counts and the same Dice to 12 decimals.',
    zh: '汇总文件中每个病例的每个结构为一个数值：体素计数相同，且 Dice 在 12 位小数内一致。',
  },
  on: { en: 'on {{structures}}', zh: '结构：{{structures}}' },
  noModel: {
    en: 'Lies beside no predictions, so it was not compared.',
    zh: '旁边没有预测文件，因此未比较。',
  },
  noCases: {
    en: 'None of its files is open, so nothing could be compared.',
    zh: '其中的文件均未打开，无法比较。',
  },
  missingFiles_one: {
    en: '{{count}} case of the summary is not among the scored files: {{files}}',
    zh: '汇总中有 {{count}} 个病例不在已评分的文件中：{{files}}',
  },
  missingFiles_other: {
    en: '{{count}} cases of the summary are not among the scored files: {{files}}',
    zh: '汇总中有 {{count}} 个病例不在已评分的文件中：{{files}}',
  },
  differences: { en: 'Values that differ', zh: '不一致的数值' },
  labels: { en: 'Labels', zh: '标签' },
  theirs: { en: 'nnU-Net’s Dice', zh: 'nnU-Net 的 Dice' },
  ours: { en: 'Dice here', zh: '此处的 Dice' },
  reason: { en: 'Likely reason', zh: '可能的原因' },
  'other-grid': {
    en: 'Another number of voxels: probably evaluated on files of another size.',
    zh: '体素总数不同：评估时使用的文件尺寸可能不同。',
  },
  'other-labels': {
    en: 'Its counts are exactly those of another label here: the integers probably meant something else.',
    zh: '其计数与此处另一标签完全一致：整数标签的含义可能不同。',
  },
  'other-reference': {
    en: 'The reference holds another number of voxels: probably an older or other reference.',
    zh: '参考标注的体素数不同：可能使用了旧版或其他参考标注。',
  },
  'other-prediction': {
    en: 'The same reference, another number of predicted voxels: probably another file, or one from before or after postprocessing.',
    zh: '参考标注相同，但预测体素数不同：可能是另一个文件，或后处理之前/之后的文件。',
  },
  'other-places': {
    en: 'As many voxels, in other places: probably other files, or axes turned differently.',
    zh: '体素数相同但位置不同：可能是其他文件，或坐标轴方向不同。',
  },
});
