import { defineMessages } from '../message';

/** The gap account in words. Each sentence says what its numbers say and no more (i18n/gapSentences.ts). */
export const gap = defineMessages({
  title: { en: 'Gap', zh: '差距' },
  openAnswer: { en: 'Why {{region}} and {{label}} differ', zh: '{{region}} 与 {{label}} 为何不同' },

  sayLeftOut: {
    en: 'A mask that {{region}} or {{label}} needs was left out of this case, so their gap is not known.',
    zh: '此病例中 {{region}} 或 {{label}} 所需的掩膜被略去，因此其差距未知。',
  },
  sayNowhere: {
    en: '{{structure}} is in neither map of this case, so there is no gap to explain.',
    zh: '此病例的两幅图中都没有 {{structure}}，因此没有差距需要解释。',
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
  sayDice: {
    en: '{{label}} {{labelDice}}, {{region}} {{regionDice}}.',
    zh: '{{label}} {{labelDice}}，{{region}} {{regionDice}}。',
  },
  sayDiceAbove: {
    en: '{{label}} {{labelDice}}, {{region}} {{regionDice}}: here the label scores higher.',
    zh: '{{label}} {{labelDice}}，{{region}} {{regionDice}}：此处标签得分更高。',
  },
  sayReferenceEmpty: {
    en: 'The reference holds no {{label}}, so all {{size}} {{unit}} that the model calls {{label}} are wrong.',
    zh: '参考标注中没有 {{label}}，因此模型标为 {{label}} 的 {{size}} {{unit}} 全部是错的。',
  },
  sayPredictionEmpty: {
    en: 'The model marks no {{label}}: all {{size}} {{unit}} of it are missed.',
    zh: '模型没有标出 {{label}}：全部 {{size}} {{unit}} 均被漏检。',
  },
  sayMixUpsInside: {
    en: 'Inside {{region}} the model takes {{list}} ({{step}} Dice).',
    zh: '在 {{region}} 内部，模型把 {{list}}（Dice {{step}}）。',
  },
  sayMixUpsOutside: {
    en: 'Outside {{region}} the model takes {{list}} ({{step}} Dice).',
    zh: '在 {{region}} 之外，模型把 {{list}}（Dice {{step}}）。',
  },
  mixUp: {
    en: '{{size}} {{unit}} of {{reference}} for {{prediction}}',
    zh: '{{size}} {{unit}} 的 {{reference}} 判为 {{prediction}}',
  },
  sayOtherMixUps: {
    en: 'Other mix-ups add {{size}} {{unit}}.',
    zh: '其他混淆另有 {{size}} {{unit}}。',
  },
  sayUnnoticedBoth: {
    en: 'The Dice of {{region}} does not notice: both are {{region}}.',
    zh: '{{region}} 的 Dice 不受影响：两者都属于 {{region}}。',
  },
  sayUnnoticedAll: {
    en: 'The Dice of {{region}} does not notice: all of them are {{region}}.',
    zh: '{{region}} 的 Dice 不受影响：它们都属于 {{region}}。',
  },
  sayUnnoticedOutside: {
    en: 'The Dice of {{region}} does not notice: none of it is {{region}}.',
    zh: '{{region}} 的 Dice 不受影响：这些都不属于 {{region}}。',
  },
  sayAllNear: {
    en: 'All of this lies within {{tau}} mm of the border of {{label}}.',
    zh: '这些误差全部位于 {{label}} 边界 {{tau}} mm 以内。',
  },
  sayNear: {
    en: 'Nearly all of this lies within {{tau}} mm of the border of {{label}}.',
    zh: '这些误差几乎全部位于 {{label}} 边界 {{tau}} mm 以内。',
  },
  sayFar: {
    en: '{{share}} % of this lies farther than {{tau}} mm from the border of {{label}}: more than its edge is wrong.',
    zh: '其中 {{share}}% 距 {{label}} 边界超过 {{tau}} mm：出错的不只是边缘。',
  },
  saySwamped: {
    en: 'The reference holds only {{size}} {{unit}} of {{label}}, so its Dice collapses.',
    zh: '参考标注中 {{label}} 只有 {{size}} {{unit}}，因此其 Dice 骤降。',
  },
  sayWeighMore: {
    en: '{{size}} {{unit}} are wrong in both and weigh {{times}} times as much in {{label}}, which is smaller ({{step}} Dice).',
    zh: '{{size}} {{unit}} 在两者中都是错的；{{label}} 更小，同样的误差在其中的权重为 {{times}} 倍（Dice {{step}}）。',
  },
  sayWeighLess: {
    en: '{{size}} {{unit}} are wrong in both and weigh {{times}} times as much in {{label}}, which is larger ({{step}} Dice).',
    zh: '{{size}} {{unit}} 在两者中都是错的；{{label}} 更大，同样的误差在其中的权重为 {{times}} 倍（Dice {{step}}）。',
  },
  sayRelieved: {
    en: '{{size}} {{unit}} are wrong in {{region}} only: they concern other labels, and {{label}} is not charged for them ({{step}} Dice).',
    zh: '{{size}} {{unit}} 只在 {{region}} 中是错的：它们涉及其他标签，不计入 {{label}}（Dice {{step}}）。',
  },
  sayIgnored: {
    en: '{{size}} {{unit}} carry the ignore label in the reference and count nowhere.',
    zh: '参考标注中有 {{size}} {{unit}} 带忽略标签，不参与任何计算。',
  },
  background: { en: 'background', zh: '背景' },
  value: { en: 'value {{value}}', zh: '取值 {{value}}' },
  or: { en: ' or ', zh: ' 或 ' },
  and: { en: ' and ', zh: '，又把 ' },
  comma: { en: ', ', zh: '，把 ' },
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
  sayNoOneShift: {
    en: 'No single shift describes {{structure}}: grown, its reference contour would have to move {{grow}} mm; shrunk, {{shrink}} mm.',
    zh: '单一偏移无法描述 {{structure}}：其参考轮廓扩张需 {{grow}} mm，收缩需 {{shrink}} mm。',
  },

  accountChart: {
    en: 'Waterfall from the Dice of {{region}} to the Dice of {{label}}',
    zh: '从 {{region}} 的 Dice 到 {{label}} 的 Dice 的瀑布图',
  },
  voxelCount: { en: '{{count}} voxels', zh: '{{count}} 个体素' },
  voxelsNear: {
    en: '{{count}} voxels, {{share}} % within {{tau}} mm of the border',
    zh: '{{count}} 个体素，{{share}}% 位于边界 {{tau}} mm 以内',
  },
  sharedGloss: {
    en: 'the same errors weigh more in a small label',
    zh: '同样的误差在小标签中权重更大',
  },
  childGloss: {
    en: 'mix-ups inside {{region}}, of which {{region}} does not notice',
    zh: '{{region}} 内部的混淆，{{region}} 不受影响',
  },
  childGlossOutside: {
    en: 'mix-ups outside {{region}}, of which {{region}} does not notice',
    zh: '{{region}} 之外的混淆，{{region}} 不受影响',
  },
  relievedGloss: {
    en: 'charged to {{region}}, not to {{label}}',
    zh: '计入 {{region}}，不计入 {{label}}',
  },
  defaultTau: { en: 'Default τ', zh: '默认 τ' },
  isContourWorse: { en: 'Is the contour itself worse?', zh: '轮廓本身更差吗？' },
  contourWorse: {
    en: 'Yes: {{labelShift}} mm off, the region {{regionShift}} mm.',
    zh: '是：偏离 {{labelShift}} mm，区域为 {{regionShift}} mm。',
  },
  contourNotWorse: {
    en: 'No: {{labelShift}} mm off, the region {{regionShift}} mm.',
    zh: '否：偏离 {{labelShift}} mm，区域为 {{regionShift}} mm。',
  },
  noOneShift: { en: 'No single shift describes it.', zh: '单一偏移无法描述。' },
  noShift: { en: 'It cannot be said in mm.', zh: '无法以 mm 表示。' },
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
  child: { en: 'Accumulated errors', zh: '累积误差' },
  relieved: { en: 'Relieved errors', zh: '免计误差' },
  gapWithInterval: { en: 'Gap, 95 % interval', zh: '差距，95% 区间' },
  sameSets: {
    en: '{{region}} and {{label}} are the same set, so there is no gap.',
    zh: '{{region}} 与 {{label}} 是同一集合，因此没有差距。',
  },
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
    en: 'Of the cases in which the label scores lower and both contour shifts exist: those whose gap is a matter of size and shape alone (accuracy part below 0.005). Cases whose contours no single shift describes are not judged.',
    zh: '在标签得分更低且两个轮廓偏移均存在的病例中，差距仅由大小和形状造成的病例（精度部分小于 0.005）。单一偏移无法描述其轮廓的病例不作判断。',
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
  threeNames: { en: 'What the three names mean', zh: '三个名称的含义' },
  volumeText: {
    en: 'The same errors weigh more in a small label. An outer rim missed on the tumour core is missed on the necrosis too, but the necrosis is smaller, so its Dice falls more.',
    zh: '同样的误差在小标签中权重更大。肿瘤核心外缘漏掉的部分，坏死同样漏掉，但坏死更小，因此其 Dice 下降更多。',
  },
  volumeFormula: {
    en: 'Errors of both · (1/S label − 1/S region), where S is reference and prediction together; never negative while the label lies inside its region.',
    zh: '两者共同的误差 ·（1/S 标签 − 1/S 区域），S 为参考与预测之和；标签位于区域之内时不为负。',
  },
  accumulatedText: {
    en: 'Mix-ups inside the region, of which the region does not notice. A label that lies between an outer and an inner border is charged for the errors of both; its region for those of the outer one alone.',
    zh: '区域内部的混淆，区域不受影响。位于外边界与内边界之间的标签要承担两者的误差，而区域只承担外边界的误差。',
  },
  accumulatedFormula: { en: 'Errors of the label alone / S label.', zh: '仅标签的误差 / S 标签。' },
  relievedText: {
    en: 'Charged to the region, not to this label: where the region is wrong, the voxels belong to other labels. They raise the label’s Dice against the region’s.',
    zh: '计入区域，不计入该标签：区域出错之处的体素属于其他标签。它们使标签的 Dice 相对于区域升高。',
  },
  relievedFormula: { en: '− Errors of the region alone / S region.', zh: '− 仅区域的误差 / S 区域。' },
  definition: {
    en: 'Definitions: README, “What the numbers mean”. The question was first asked in',
    zh: '定义见 README 的“What the numbers mean”。该问题最初提出于',
  },
  reasonNotComputed: { en: 'not computed yet', zh: '尚未计算' },
});
