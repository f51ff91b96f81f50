import { defineMessages } from '../message';

export const scores = defineMessages({
  title: { en: 'Scores', zh: '得分' },
  gap: { en: 'Gap', zh: '差距' },
  gapHint: {
    en: 'Dice of the region minus Dice of the label that it paints. Negative: the label scores higher.',
    zh: '区域 Dice 减去其所绘标签的 Dice。负值表示标签得分更高。',
  },
  account: { en: 'What the gap is made of', zh: '差距的构成' },
  volumeEffectHint: {
    en: 'The same errors weigh more in a small label: errors of both · (1/S label − 1/S region)',
    zh: '同样的误差在小标签中权重更大：两者共同的误差 ·（1/S 标签 − 1/S 区域）',
  },
  accumulatedErrorHint: {
    en: 'Mix-ups inside the region, of which the region does not notice: errors of the label alone / S label',
    zh: '区域内部的混淆，区域不受影响：仅标签的误差 / S 标签',
  },
  reliefHint: {
    en: 'Charged to the region, not to this label: − errors of the region alone / S region',
    zh: '计入区域，不计入该标签：− 仅区域的误差 / S 区域',
  },
  structure: { en: 'Structure', zh: '结构' },
  dice: { en: 'Dice', zh: 'Dice' },
  iou: { en: 'IoU', zh: 'IoU' },
  precision: { en: 'Precision', zh: '精确率' },
  recall: { en: 'Recall', zh: '召回率' },
  referenceSize: { en: 'Reference {{unit}}', zh: '参考 {{unit}}' },
  predictionSize: { en: 'Prediction {{unit}}', zh: '预测 {{unit}}' },
  allStructures: { en: 'All structures', zh: '全部结构' },
  paired: { en: 'Region beside its label', zh: '区域与其标签' },
  means: { en: 'Mean over cases', zh: '病例平均' },
  ledger: {
    en: '{{used}} of {{total}} used · both empty {{bothEmpty}} · missed {{missed}} · hallucinated {{hallucinated}} · without scores {{missing}}',
    zh: '使用 {{used}}/{{total}} · 皆空 {{bothEmpty}} · 漏检 {{missed}} · 虚报 {{hallucinated}} · 无得分 {{missing}}',
  },
  unlikeCases: {
    en: 'Not all of these means are of the same cases (n = {{cases}}): a case counts only where it has a number. A difference between such means mixes cases; the comparison of two models and the gap of a pair keep to the same ones.',
    zh: '这些均值并非全部来自相同病例（n = {{cases}}）：病例仅在有数值时计入。此类均值之差混合了不同病例；两个模型的比较和配对的差距则只用相同病例。',
  },
  pair: { en: 'Pair', zh: '配对' },
  notScored: {
    en: 'Not scored; the reason stands beside it, where the picture would be.',
    zh: '未能评分，原因显示在图像区域。',
  },
  noScores: { en: 'No scores yet.', zh: '尚无得分。' },
  noPairs: {
    en: 'No region of this scheme paints a label of its own, so there is no gap to show.',
    zh: '该方案的区域均不单独绘制标签，因此没有可显示的差距。',
  },
  noRegions: {
    en: 'This scheme declares no regions, so there is no gap to show.',
    zh: '该方案没有声明区域，因此没有差距可显示。',
  },
  reasonBothEmpty: { en: 'neither map holds it', zh: '两图中都没有' },
  reasonReferenceEmpty: { en: 'the reference holds none', zh: '参考中没有' },
  reasonPredictionEmpty: { en: 'the prediction holds none', zh: '预测中没有' },
  reasonLeftOut: { en: 'a mask that it needs was left out', zh: '所需的掩膜被略去' },
  reasonUndefined: { en: 'undefined for this case', zh: '对此病例无定义' },
  headersApart: {
    en: 'The headers of {{file}} and {{otherFile}} place the same voxel up to {{distance}} mm apart. Scored voxel by voxel, as nnU-Net does.',
    zh: '{{file}} 与 {{otherFile}} 的文件头将同一体素置于相距最多 {{distance}} mm 的位置。已按体素逐一评分（与 nnU-Net 相同）。',
  },
  turnedByHeader: {
    en: '{{file}} was reoriented by its header, although its header places voxels up to {{distance}} mm from where the header of {{otherFile}} does.',
    zh: '{{file}} 已按其文件头重新定向，尽管其文件头与 {{otherFile}} 的相距最多 {{distance}} mm。',
  },
  reoriented: {
    en: '{{file}} was reoriented to the axes of {{otherFile}}.',
    zh: '{{file}} 已按 {{otherFile}} 的坐标轴重新定向。',
  },
  unknownLabel: {
    en: 'Value {{value}} has no meaning in this scheme: {{voxels}} voxels in {{count}} cases are in no structure.',
    zh: '当前方案未定义取值 {{value}}：{{count}} 个病例中共 {{voxels}} 个体素不属于任何结构。',
  },
  unknownLabelOne: {
    en: 'Value {{value}} has no meaning in this scheme: {{voxels}} voxels of {{caseId}} are in no structure.',
    zh: '当前方案未定义取值 {{value}}：{{caseId}} 中有 {{voxels}} 个体素不属于任何结构。',
  },
  unknownLabelPreset: {
    en: 'Presets that know it: {{presets}}.',
    zh: '包含该取值的预设：{{presets}}。',
  },
  unusualEdge: {
    en: '{{file}} says that its voxels measure {{spacing}} mm. Scored as read; is its unit right?',
    zh: '{{file}} 的体素尺寸为 {{spacing}} mm。已按读取值评分；请确认单位是否正确。',
  },
  spacingContradictsForm: {
    en: 'The header of {{file}} contradicts itself: voxels of {{pixdim}} mm by its spacing (pixdim), of {{form}} mm by its axes (sform, qform). Scored by the spacing.',
    zh: '{{file}} 的文件头自相矛盾：按间距 (pixdim) 体素为 {{pixdim}} mm，按坐标轴 (sform、qform) 为 {{form}} mm。已按间距评分。',
  },
  noSpacing: {
    en: 'The header of {{file}} states no voxel size for axis {{axes}} (pixdim is 0). Scored with {{spacing}} mm, in which 1 stands for what is missing: distances and volumes are not certain.',
    zh: '{{file}} 的文件头未给出第 {{axes}} 轴的体素尺寸 (pixdim 为 0)。已按 {{spacing}} mm 评分，缺失处以 1 代替：距离和体积不可靠。',
  },
  noSpacingButForm: {
    en: 'The header of {{file}} states no voxel size for axis {{axes}} (pixdim is 0), while its axes (sform, qform) imply {{form}} mm. Scored with {{spacing}} mm, in which 1 stands for what is missing: distances and volumes are not certain.',
    zh: '{{file}} 的文件头未给出第 {{axes}} 轴的体素尺寸 (pixdim 为 0)，而按坐标轴 (sform、qform) 为 {{form}} mm。已按 {{spacing}} mm 评分，缺失处以 1 代替：距离和体积不可靠。',
  },
  noOrientation: {
    en: 'The header of {{file}} does not say how its voxels lie in space. Nothing was turned, and left and right are not certain.',
    zh: '{{file}} 的文件头未说明体素的空间方位。未作任何翻转，左右侧无法确定。',
  },
  roundedValues: {
    en: '{{voxels}} voxels of {{file}} were no whole numbers by less than 0.001; they were rounded.',
    zh: '{{file}} 中有 {{voxels}} 个体素的值与整数相差不到 0.001，已取整。',
  },
  nanVoxels: {
    en: '{{voxels}} voxels of {{file}} are not a number (NaN); they count as 0, background.',
    zh: '{{file}} 中有 {{voxels}} 个体素为 NaN，已按 0（背景）计算。',
  },
  segmentsRenumbered: {
    en: 'The segments of {{file}} were taken by their names, whose values are others in this scheme: {{segments}}.',
    zh: '{{file}} 中的分割区段按名称读取，其数值在该方案中不同：{{segments}}。',
  },
  segmentsUnnamed: {
    en: 'This scheme does not know these names of {{file}}: {{segments}}. They were taken by their values or, in layers, by how they lie in each other. Check that this is what they mean.',
    zh: '该方案中没有 {{file}} 里的这些名称：{{segments}}。已按其数值读取，分层时按包含关系读取；请核对含义是否正确。',
  },
  segmentsContradict: {
    en: 'In {{file}} the segment {{inner}} lies mostly outside {{outer}}, which should hold it by its name. Are the names right?',
    zh: '在 {{file}} 中，区段 {{inner}} 大部分位于 {{outer}} 之外，而按名称应包含于其中。名称是否正确？',
  },
  spacingDiffers: {
    en: 'The spacings of {{file}} and {{otherFile}} differ; that of {{otherFile}} is used.',
    zh: '{{file}} 与 {{otherFile}} 的体素间距不同，使用 {{otherFile}} 的间距。',
  },
  maskLeftOut: {
    en: 'The mask of {{structure}} ({{file}}) was left out, and nothing that needs it is scored. {{why}}',
    zh: '{{structure}} 的掩膜（{{file}}）已被略去，需要它的结构均未评分。{{why}}',
  },
  masksMissing: {
    en: 'No mask of {{structures}} in {{file}}: counted as empty there.',
    zh: '{{file}} 中没有 {{structures}} 的掩膜：在其中按空白计。',
  },
});
