import { defineMessages } from '../message';

/** The gap account in words. Each sentence says what its numbers say and no more (i18n/gapSentences.ts). */
export const gap = defineMessages({
  title: { en: 'Gap', zh: '差距' },

  sayLeftOut: {
    en: 'A mask that {{region}} or {{label}} needs was left out of this case, so their gap is not known.',
    zh: '此病例中 {{region}} 或 {{label}} 所需的掩膜被略去，因此其差距未知。',
  },
  sayBothEmpty: {
    en: '{{label}} is in neither map of this case, so there is no gap to explain.',
    zh: '此病例的两幅图中都没有 {{label}}，因此没有差距需要解释。',
  },
  sayFoundNone: {
    en: 'The model marks no {{region}} at all: {{missed}} {{unit}} were missed ({{label}}: {{ofLabel}} {{unit}}).',
    zh: '模型完全没有标出 {{region}}：漏检 {{missed}} {{unit}}（{{label}}：{{ofLabel}} {{unit}}）。',
  },
  sayFoundElsewhere: {
    en: 'Nothing that the model marks as {{region}} lies where the reference has it: {{missed}} {{unit}} were missed ({{label}}: {{ofLabel}} {{unit}}), and {{extra}} {{unit}} are marked elsewhere.',
    zh: '模型标出的 {{region}} 与参考标注毫无重叠：漏检 {{missed}} {{unit}}（{{label}}：{{ofLabel}} {{unit}}），另在他处标出 {{extra}} {{unit}}。',
  },
  sayFoundWhereNone: {
    en: 'The reference holds no {{region}}, yet the model marks {{extra}} {{unit}} of it ({{label}}: {{ofLabel}} {{unit}}).',
    zh: '参考标注中没有 {{region}}，模型却标出了 {{extra}} {{unit}}（{{label}}：{{ofLabel}} {{unit}}）。',
  },
  sayBothZero: {
    en: 'So both Dice are 0, and there is no gap to explain.',
    zh: '因此两者的 Dice 均为 0，没有差距需要解释。',
  },
  saySame: {
    en: '{{region}} and {{label}} are the same voxels here, so both score {{regionDice}}.',
    zh: '此处 {{region}} 与 {{label}} 是相同的体素，两者的 Dice 均为 {{regionDice}}。',
  },
  sayEqual: {
    en: '{{label}} scores as {{region}} does: {{labelDice}} and {{regionDice}}.',
    zh: '{{label}} 与 {{region}} 的得分相当：{{labelDice}} 与 {{regionDice}}。',
  },
  sayBelow: {
    en: '{{label}} scores {{gap}} below {{region}} ({{labelDice}} against {{regionDice}}).',
    zh: '{{label}} 的得分比 {{region}} 低 {{gap}}（{{labelDice}} 对 {{regionDice}}）。',
  },
  sayAbove: {
    en: '{{label}} scores {{gap}} above {{region}} ({{labelDice}} against {{regionDice}}).',
    zh: '{{label}} 的得分比 {{region}} 高 {{gap}}（{{labelDice}} 对 {{regionDice}}）。',
  },
  sayReferenceEmpty: {
    en: 'The reference holds no {{label}}, so every predicted voxel of it is an error and its contour has no accuracy in mm.',
    zh: '参考标注中没有 {{label}}，因此预测出的每个体素都是错误，其轮廓也没有以 mm 计的精度。',
  },
  sayPredictionEmpty: {
    en: 'The prediction holds no {{label}}: all {{volume}} {{unit}} of it were missed, which no shift of a contour can express.',
    zh: '预测中没有 {{label}}：全部 {{volume}} {{unit}} 均被漏检，无法用轮廓偏移来表达。',
  },
  sayNeverReached: {
    en: 'Its Dice is lower than any even shift of the reference contour would make it, so an accuracy in mm does not exist here.',
    zh: '其 Dice 低于参考轮廓任何均匀偏移所能造成的数值，因此这里不存在以 mm 计的精度。',
  },
  sayShapeCosts: {
    en: 'At the accuracy of {{region}}, {{regionShift}} mm, a structure of this size and shape would score {{shapePart}} below {{region}}.',
    zh: '以 {{region}} 的精度 {{regionShift}} mm 计，这种大小和形状的结构得分会比 {{region}} 低 {{shapePart}}。',
  },
  sayShapeGains: {
    en: 'At the accuracy of {{region}}, {{regionShift}} mm, a structure of this size and shape would score {{shapePart}} above {{region}}.',
    zh: '以 {{region}} 的精度 {{regionShift}} mm 计，这种大小和形状的结构得分会比 {{region}} 高 {{shapePart}}。',
  },
  sayCloser: {
    en: 'Its own contour is closer, {{labelShift}} mm.',
    zh: '其自身轮廓更接近，为 {{labelShift}} mm。',
  },
  sayFarther: {
    en: 'Its own contour is farther off, {{labelShift}} mm.',
    zh: '其自身轮廓偏离更远，为 {{labelShift}} mm。',
  },
  sayAsClose: {
    en: 'Its own contour is as close, {{labelShift}} mm.',
    zh: '其自身轮廓同样接近，为 {{labelShift}} mm。',
  },
  sayOnlyShape: {
    en: 'The gap is a matter of size and shape, not of a worse segmentation.',
    zh: '差距源于大小和形状，而不是分割更差。',
  },
  sayBothParts: {
    en: 'Of the gap, {{shapePart}} goes with size and shape, and {{accuracyPart}} with a contour that really is less accurate.',
    zh: '差距中 {{shapePart}} 来自大小和形状，{{accuracyPart}} 来自轮廓确实较不准确。',
  },
  sayOnlyAccuracy: {
    en: 'Size and shape do not explain the gap: the contour of the label really is less accurate.',
    zh: '大小和形状无法解释该差距：标签的轮廓确实较不准确。',
  },
  sayBetterContour: {
    en: 'The label scores higher because its contour is more accurate than that of the region.',
    zh: '标签得分更高，因为其轮廓比区域的更准确。',
  },
  sayBetterShape: {
    en: 'The label scores higher because its size and shape forgive more, not because its contour is more accurate.',
    zh: '标签得分更高是因为其大小和形状更宽容，而不是轮廓更准确。',
  },
  sayMostly: {
    en: 'The largest part comes from {{cause}} ({{part}}).',
    zh: '其中最大的部分是{{cause}}（{{part}}）。',
  },
  causeVolume: { en: 'the volume effect', zh: '体积效应' },
  causeAccumulation: { en: 'errors of inner boundaries', zh: '内部边界误差' },
  causeRelief: { en: 'errors that the label is not charged for', zh: '不计入标签的误差' },

  account: { en: 'From region Dice to label Dice', zh: '从区域 Dice 到标签 Dice' },
  accountChart: {
    en: 'Waterfall from the Dice of {{region}} to the Dice of {{label}}',
    zh: '从 {{region}} 的 Dice 到 {{label}} 的 Dice 的瀑布图',
  },
  showVoxels: { en: 'Show these voxels ({{count}})', zh: '显示这 {{count}} 个体素' },
  voxels: { en: 'Voxels', zh: '体素' },
  defaultTau: { en: 'Default τ', zh: '默认 τ' },
  part: { en: 'Dice, step by step', zh: 'Dice 及其变化' },
  ofWhich: { en: 'within {{tau}} mm', zh: '{{tau}} mm 以内' },
  shift: { en: 'The same accuracy, seen without the volume', zh: '排除体积影响后的同一精度' },
  shiftHint: {
    en: 'The equivalent contour shift: by how many mm the reference contour must grow or shrink evenly to cost the same Dice.',
    zh: '等效轮廓偏移：参考轮廓需均匀扩张或收缩多少 mm 才会造成同样的 Dice 损失。',
  },
  shiftChart: {
    en: 'Dice of {{region}} and {{label}} against an even shift of their reference contours',
    zh: '{{region}} 与 {{label}} 的 Dice 随参考轮廓均匀偏移的变化',
  },
  grow: { en: 'Grow', zh: '扩张' },
  shrink: { en: 'Shrink', zh: '收缩' },
  mean: { en: 'Mean', zh: '平均' },
  shiftMm: { en: 'Shift, mm', zh: '偏移，mm' },
  expectedDice: { en: 'Label Dice at the region’s shift', zh: '区域偏移下的标签 Dice' },
  shapePartHint: {
    en: 'Dice(region) − label Dice at the region’s shift: what the same accuracy in mm costs on this smaller or thinner structure.',
    zh: '区域 Dice − 区域偏移下的标签 Dice：以 mm 计的同等精度在这一更小或更薄的结构上付出的 Dice 代价。',
  },
  accuracyPartHint: {
    en: 'Label Dice at the region’s shift − Dice(label): positive where the label’s contour really is worse, negative where it is better.',
    zh: '区域偏移下的标签 Dice − 标签 Dice：正值表示标签轮廓确实更差，负值表示更好。',
  },
  notMeasured: {
    en: 'Distances of this case are not measured yet.',
    zh: '此病例的距离尚未测量。',
  },
  shared: { en: 'Volume effect', zh: '体积效应' },
  child: { en: 'Inner boundaries', zh: '内部边界' },
  relieved: { en: 'Relieved', zh: '免计' },
  meanAccount: { en: 'Mean account of the gap', zh: '差距的平均构成' },
  noAccounts: { en: 'No case among those shown has a gap.', zh: '所示病例中没有可计算的差距。' },
  dominant: { en: 'Dominates in (cases)', zh: '主导成因（病例数）' },
  dominantHint: {
    en: 'The largest part of the gap in each case; cases in which no part is above 0.005 have none.',
    zh: '各病例中差距的最大组成部分；各部分均不超过 0.005 的病例不计。',
  },
  dominantCases: { en: 'Which cause dominates in which case', zh: '各病例的主导成因' },
  moreCases_one: { en: 'and {{count}} more', zh: '另有 {{count}} 例' },
  moreCases_other: { en: 'and {{count}} more', zh: '另有 {{count}} 例' },
  shapeAlone: { en: 'Shape alone', zh: '仅由形状解释' },
  shapeAloneHint: {
    en: 'Of the cases in which the label scores lower and both contour shifts exist: those whose gap is a matter of size and shape alone (accuracy part below 0.005).',
    zh: '在标签得分更低且两个轮廓偏移均存在的病例中，差距仅由大小和形状造成的病例（精度部分小于 0.005）。',
  },
  intervalNote: {
    en: 'Means with 95 % intervals from 2,000 bootstrap resamples of the cases, from four cases on. Parts sum to the gap; relieved errors narrow it.',
    zh: '均值与 95% 区间（对病例进行 2,000 次自助法重抽样，至少四个病例）。各部分之和等于差距；免计误差会缩小差距。',
  },
  gapVolumeChart: {
    en: 'Gap against the size of the label in the reference',
    zh: '差距与标签参考大小的关系',
  },
  shiftScatter: {
    en: 'Contour shift of the region against that of the label',
    zh: '区域与标签的轮廓偏移对比',
  },
  regionShift: { en: 'Shift of the region, mm', zh: '区域偏移，mm' },
  labelShift: { en: 'Shift of the label, mm', zh: '标签偏移，mm' },
  threeCauses: { en: 'Three causes, by name', zh: '三种成因' },
  volumeTitle: { en: 'Volume', zh: '体积' },
  volumeText: {
    en: 'The same wrong voxels weigh more on a smaller structure. An outer rim missed on the tumour core is missed on the necrosis too, but the necrosis is smaller, so its Dice falls more.',
    zh: '同样的错误体素在较小的结构上权重更大。肿瘤核心外缘漏掉的部分，坏死同样漏掉，但坏死更小，因此其 Dice 下降更多。',
  },
  volumeFormula: {
    en: 'In the account: shared · (1/S label − 1/S region), never negative while the label lies inside its region.',
    zh: '在差距构成中：共有误差 ·（1/S 标签 − 1/S 区域），标签位于区域之内时不为负。',
  },
  boundaryTitle: { en: 'Boundary', zh: '边界' },
  boundaryText: {
    en: 'Thin structures are nearly all boundary. Shifted by the same fraction of a millimetre, a band of three voxels loses far more of its Dice than a ball of the same volume.',
    zh: '细薄的结构几乎全是边界。偏移同样的零点几毫米，三个体素宽的薄层损失的 Dice 远多于同体积的球体。',
  },
  boundaryFormula: {
    en: 'In the account: the part within τ of the reference boundary; in mm: the shape part.',
    zh: '在差距构成中：距参考边界 τ 以内的部分；以 mm 计：形状部分。',
  },
  accumulationTitle: { en: 'Accumulation', zh: '累积' },
  accumulationText: {
    en: 'A rebuilt label lies between an outer and an inner boundary and is charged for the errors of both; its region is charged for the outer one only.',
    zh: '重建的标签位于外边界与内边界之间，两者的误差都会计入；而区域只计入外边界的误差。',
  },
  accumulationFormula: {
    en: 'In the account: child / S label. Errors of the region in places that belong to other labels are relieved: − relieved / S region.',
    zh: '在差距构成中：内部误差 / S 标签。区域在属于其他标签之处的误差则被免计：− 免计误差 / S 区域。',
  },
  definition: {
    en: 'Definitions: README, “What the numbers mean”. The question was first asked in',
    zh: '定义见 README 的“What the numbers mean”。该问题最初提出于',
  },
  reasonNeverReached: { en: 'the curve never falls so low', zh: '曲线从未降到如此之低' },
  reasonNotComputed: { en: 'not computed yet', zh: '尚未计算' },
});
