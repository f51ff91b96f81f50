import { defineMessages } from '../message';

/** Whether label maps are what their regions say (metrics.md §7). */
export const reconstruction = defineMessages({
  title: { en: 'Reconstruction', zh: '重建' },
  verifying: {
    en: 'Repainting raw regions, {{done}} of {{total}}: {{file}}',
    zh: '正在重绘原始区域 {{done}}/{{total}}：{{file}}',
  },
  stopped_one: {
    en: 'Checking was stopped: the raw regions of {{count}} prediction are not repainted yet.',
    zh: '检查已停止：{{count}} 个预测的原始区域尚未重绘。',
  },
  stopped_other: {
    en: 'Checking was stopped: the raw regions of {{count}} predictions are not repainted yet.',
    zh: '检查已停止：{{count}} 个预测的原始区域尚未重绘。',
  },
  resume: { en: 'Check the rest', zh: '继续检查' },

  identical: { en: 'identical', zh: '一致' },
  explained: { en: 'explained', zh: '已解释' },
  unexplained: { en: 'unexplained', zh: '未解释' },
  uncheckable: { en: 'cannot be checked', zh: '无法检查' },
  failed: { en: 'check failed', zh: '检查失败' },
  waiting: { en: 'not checked yet', zh: '尚未检查' },
  identicalHint: {
    en: 'Painting the raw regions gives exactly the saved label map.',
    zh: '重绘原始区域得到的标签图与保存的完全相同。',
  },
  explainedHint: {
    en: 'The saved label map is not what its regions paint; one cause accounts for every voxel.',
    zh: '保存的标签图与其区域的重绘结果不同，且单一原因即可解释全部体素。',
  },
  unexplainedHint: {
    en: 'The saved label map is not what its regions paint, and no single cause accounts for it.',
    zh: '保存的标签图与其区域的重绘结果不同，且没有任何单一原因能够解释。',
  },

  sayIdentical: {
    en: 'Repainting the raw regions gives the saved map: identical in all {{voxels}} voxels.',
    zh: '重绘原始区域得到与保存的标签图相同的结果：全部 {{voxels}} 个体素一致。',
  },
  sayDiffers: {
    en: '{{differing}} of {{voxels}} voxels are not what the raw regions paint.',
    zh: '{{voxels}} 个体素中有 {{differing}} 个与原始区域的重绘结果不同。',
  },
  sayDiffersKnown: {
    en: 'Voxels that are not what the raw regions paint: {{differing}}.',
    zh: '有 {{differing}} 个体素与原始区域的重绘结果不同。',
  },
  sayPlace: {
    en: 'They lie in the box {{first}} – {{last}}.',
    zh: '它们位于体素范围 {{first}} – {{last}} 内。',
  },
  sayExplained: {
    en: 'Explained in every voxel: {{causes}}.',
    zh: '所有差异均可解释：{{causes}}。',
  },
  sayNotTheRegions: {
    en: 'The raw arrays are not the regions of this scheme: {{causes}}.',
    zh: '原始数组并非该方案的区域：{{causes}}。',
  },
  sayUnexplained: {
    en: 'No single cause explains them: there may be two mistakes at once, or one that is not looked for.',
    zh: '没有单一原因可以解释；可能同时存在两种错误，或属于未检查的情况。',
  },
  sayNearest: {
    en: 'Nearest, but no explanation: {{cause}} – it would account for {{share}} of them.',
    zh: '最接近但不构成解释：{{cause}}——可说明其中的 {{share}}。',
  },
  or: { en: ' or ', zh: '，或者' },
  and: { en: ', ', zh: '、' },

  causeClassOrder: {
    en: 'the regions were painted with regions_class_order {{order}} instead of {{declared}}',
    zh: '绘制区域时使用的 regions_class_order 为 {{order}}，而不是 {{declared}}',
  },
  causePaintSequence: {
    en: 'the regions were painted in the sequence {{regions}}, each with its own value',
    zh: '区域按 {{regions}} 的顺序绘制（各自的值不变）',
  },
  causeRegionOrder: {
    en: 'the raw arrays stand in the order {{regions}}, not as declared',
    zh: '原始数组的排列顺序为 {{regions}}，与声明不符',
  },
  causeRenamed: { en: 'label values were renamed: {{renamed}}', zh: '标签值被改写：{{renamed}}' },
  causeIgnored: { en: 'region {{region}} was not painted', zh: '没有绘制区域 {{region}}' },
  causeThreshold: {
    en: 'another threshold: {{range}} instead of 0.5',
    zh: '使用了其他阈值：{{range}}，而不是 0.5',
  },
  causeThresholds: {
    en: 'other thresholds instead of 0.5: {{ranges}}',
    zh: '各区域使用了不同于 0.5 的阈值：{{ranges}}',
  },
  thresholdBetween: { en: '{{atLeast}} to {{below}}', zh: '{{atLeast}} 至 {{below}}' },
  thresholdAbout: { en: 'about {{value}}', zh: '约 {{value}}' },
  causeRemoved_one: {
    en: 'postprocessing removed {{count}} component of {{structure}} (voxels: {{sizes}}), replaced by {{value}}',
    zh: '后处理移除了 {{structure}} 的 {{count}} 个连通域（{{sizes}} 个体素），替换为 {{value}}',
  },
  causeRemoved_other: {
    en: 'postprocessing removed {{count}} components of {{structure}} (voxels: {{sizes}}), replaced by {{value}}',
    zh: '后处理移除了 {{structure}} 的 {{count}} 个连通域（{{sizes}} 个体素），替换为 {{value}}',
  },
  causeFilled_one: {
    en: 'postprocessing filled {{count}} hole of {{structure}} (voxels: {{sizes}}) with {{value}}',
    zh: '后处理以 {{value}} 填充了 {{structure}} 的 {{count}} 个孔洞（{{sizes}} 个体素）',
  },
  causeFilled_other: {
    en: 'postprocessing filled {{count}} holes of {{structure}} (voxels: {{sizes}}) with {{value}}',
    zh: '后处理以 {{value}} 填充了 {{structure}} 的 {{count}} 个孔洞（{{sizes}} 个体素）',
  },
  foreground: { en: 'the whole foreground', zh: '整个前景' },
  sizesMore: { en: '{{sizes}}, …', zh: '{{sizes}}……' },
  causeFlipped: { en: 'flipped along {{axes}}', zh: '沿 {{axes}} 轴翻转' },
  causeTransposed: { en: 'axes exchanged to {{axes}}', zh: '坐标轴被交换为 {{axes}}' },
  causeTransposedFlipped: {
    en: 'axes exchanged to {{axes}} and flipped along {{flipped}}',
    zh: '坐标轴被交换为 {{axes}}，并沿 {{flipped}} 轴翻转',
  },
  causeSoftmax: {
    en: 'the {{channels}} arrays are the softmax of a model trained on labels, not regions',
    zh: '这 {{channels}} 个数组是按标签训练的模型的 softmax 输出，而不是区域',
  },

  noRegionsInScheme: {
    en: 'This scheme declares no regions, so nothing is rebuilt from them.',
    zh: '该方案没有声明区域，因此不存在由区域重建的步骤。',
  },
  noRawRegions: {
    en: 'Cannot be checked: only the label map of this prediction is here. Predict again with nnUNetv2_predict --save_probabilities and add the .npz files, or save one mask per region.',
    zh: '无法检查：该预测只有标签图。请用 nnUNetv2_predict --save_probabilities 重新预测并添加 .npz 文件，或为每个区域保存一个掩膜。',
  },
  noLabelMap: {
    en: 'Cannot be checked: no label map was saved beside the raw regions, so there is nothing to compare with. Scores are those of the repainted map.',
    zh: '无法检查：原始区域旁没有保存标签图，无从比较。显示的得分来自重绘的标签图。',
  },
  notScored: { en: 'This prediction is not scored yet.', zh: '该预测尚未评分。' },
  readingRegions: { en: 'Reading the raw regions …', zh: '正在读取原始区域……' },
  showDifferences: { en: 'Show the differences', zh: '显示差异' },
  fromScoresFile: {
    en: 'This verdict comes from the scores file; open the folder with the volumes for places and thresholds.',
    zh: '该结论来自得分文件；如需查看位置与阈值，请打开包含影像的文件夹。',
  },

  scheme: { en: 'Does the scheme rebuild its labels?', zh: '该方案能否重建其标签？' },
  schemeSound: {
    en: 'Yes: the last region that paints a label gives it its own value.',
    zh: '能：每个标签最后都由绘制其自身值的区域写入。',
  },
  schemeFails: {
    en: 'No. Some labels do not come back from painting:',
    zh: '不能。部分标签在绘制后无法还原：',
  },
  lastPainted: { en: 'Painted last by', zh: '最后绘制它的区域' },
  becomes: { en: 'Becomes', zh: '变为' },
  background: { en: 'background', zh: '背景' },
  findingOrderLength: {
    en: 'Values in regions_class_order: {{orderLength}}, regions: {{regionCount}}.',
    zh: 'regions_class_order 有 {{orderLength}} 个值，而区域有 {{regionCount}} 个。',
  },
  findingRepainted: {
    en: '{{label}} becomes {{painted}}: {{region}} paints it last.',
    zh: '{{label}} 变为 {{painted}}：最后由 {{region}} 绘制。',
  },
  findingInNoRegion: {
    en: '{{label}} is in no region, so it becomes background.',
    zh: '{{label}} 不属于任何区域，因此变为背景。',
  },
  findingInseparable: {
    en: '{{labels}} lie in the same regions ({{regions}}): no order of painting can tell them apart. Declare a region for one of them.',
    zh: '{{labels}} 属于相同的区域（{{regions}}），任何绘制顺序都无法区分。请为其中之一单独声明区域。',
  },
  findingHidden: {
    en: '{{region}} never shows: {{coveredBy}} is painted later and covers all of it.',
    zh: '{{region}} 不会出现在结果中：{{coveredBy}} 之后绘制并将其完全覆盖。',
  },
  findingOverlap: {
    en: '{{first}} and {{second}} overlap in {{labels}}, but neither lies inside the other.',
    zh: '{{first}} 与 {{second}} 在 {{labels}} 上重叠，但互不包含。',
  },
  findingAlphabetical: {
    en: 'The regions stand in alphabetical order ({{regions}}): were the keys of dataset.json sorted when it was written? Their order is the order of painting.',
    zh: '区域按字母顺序排列（{{regions}}）：写入 dataset.json 时键是否被排序？键的顺序即绘制顺序。',
  },
  repairClassOrder: {
    en: 'With this class order the same regions rebuild every label:',
    zh: '使用以下类别顺序，相同的区域即可重建所有标签：',
  },
  repairRegionOrder: {
    en: 'No class order helps in this order of regions. Declared as {{regions}}, this one does:',
    zh: '按现有区域顺序，任何类别顺序都无济于事。若按 {{regions}} 的顺序声明，则可使用：',
  },
  noRepair: {
    en: 'No order of these regions rebuilds every label.',
    zh: '这些区域无论按何种顺序都无法重建所有标签。',
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  tree: { en: 'Regions inside regions', zh: '区域的嵌套关系' },
  paints: { en: 'paints {{value}}', zh: '绘制 {{value}}' },

  nesting: { en: 'Do the raw regions nest?', zh: '原始区域是否嵌套？' },
  nestingNone: {
    en: 'Yes: no voxel was predicted as child and not as parent.',
    zh: '是：没有体素被预测为子区域却不属于父区域。',
  },
  nestingNoPairs: {
    en: 'No region of this scheme lies inside another.',
    zh: '该方案中没有任何区域位于另一区域之内。',
  },
  nestingPair: { en: '{{child}} outside {{parent}}', zh: '{{child}} 超出 {{parent}}' },
  nestingPainted: {
    en: 'Painting keeps these voxels and promotes them into the parent: the region read back from the map is larger than the one predicted.',
    zh: '绘制时这些体素会被保留并并入父区域：从标签图读回的区域大于预测的区域。',
  },
  nestingTooMany: {
    en: 'More than 8 regions do not fit the picture of the nesting.',
    zh: '区域超过 8 个时无法显示嵌套视图。',
  },
  voxels: { en: 'Voxels', zh: '体素' },
  show: { en: 'Show', zh: '显示' },

  sets: { en: 'What the reconstruction costs', zh: '重建的代价' },
  setsHint: {
    en: 'Dice of the same prediction, read in different ways.',
    zh: '同一预测按不同方式读取时的 Dice。',
  },
  setRaw: { en: 'Raw', zh: '原始' },
  setRawHint: {
    en: 'The region itself, probability above 0.5, before anything is painted. Labels do not exist yet.',
    zh: '区域本身（概率大于 0.5），尚未绘制。此时还没有标签。',
  },
  setPainted: { en: 'Read back', zh: '读回' },
  setPaintedHint: {
    en: 'From the painted label map: regions read back from it, and its labels. This is what nnU-Net reports.',
    zh: '来自绘制后的标签图：由其读回的区域及其标签。nnU-Net 报告的即为此值。',
  },
  setClipped: { en: 'Clip', zh: '裁剪' },
  setClippedHint: {
    en: 'Children are cut to their parents before painting.',
    zh: '绘制前将子区域裁剪到父区域之内。',
  },
  setGrown: { en: 'Grow', zh: '扩展' },
  setGrownHint: {
    en: 'Parents are grown to hold their children before painting. Where the scheme rebuilds its labels, this is what painting does anyway.',
    zh: '绘制前将父区域扩展以包含其子区域。若方案能重建标签，则与绘制的效果相同。',
  },
  setArgmax: { en: 'Argmax', zh: 'Argmax' },
  setArgmaxHint: {
    en: 'The label of the largest probability, each label having its region’s probability minus those of the regions inside.',
    zh: '取概率最大的标签；标签的概率为其区域概率减去内部区域的概率。',
  },
  noReference: { en: 'Without a reference there are no scores.', zh: '没有参考标注，无法评分。' },

  threshold: { en: 'Threshold', zh: '阈值' },
  thresholdHint: {
    en: 'Moves one threshold for all regions: the picture is repainted and every Dice follows. Nothing is saved.',
    zh: '同时移动所有区域的阈值：图像随之重绘，Dice 随之更新。不会保存任何结果。',
  },
  thresholdSaved: { en: 'Back to the saved map', zh: '恢复保存的标签图' },
  thresholdMasks: {
    en: 'Only masks were saved, so there is no threshold to move.',
    zh: '仅保存了掩膜，没有可调的阈值。',
  },
  atHalf: { en: 'At 0.5', zh: '阈值 0.5' },
  atThreshold: { en: 'At {{threshold}}', zh: '阈值 {{threshold}}' },
  best: { en: 'Best', zh: '最佳' },
  bestAt: { en: '{{dice}} at {{threshold}}', zh: '{{dice}}（{{threshold}}）' },
  oracle: {
    en: 'Oracle, not a result: the threshold that fits this reference best can only be known from the reference itself.',
    zh: '仅为理论上限，不是结果：最佳阈值只有借助参考标注本身才能得知。',
  },
  oracleShort: { en: 'oracle', zh: '理论上限' },
  showSaved: { en: 'Show the saved map', zh: '显示保存的标签图' },
  repaintedNotice: {
    en: 'Repainted at threshold {{threshold}}: not the saved map. The profile and the list of errors still tell of the saved one.',
    zh: '按阈值 {{threshold}} 重绘，并非保存的标签图。逐层曲线与错误列表仍为保存的结果。',
  },
  curves: { en: 'Dice against threshold', zh: 'Dice 随阈值的变化' },
  curvesLabel: { en: 'Dice against threshold: {{kind}}', zh: 'Dice 随阈值的变化：{{kind}}' },
  curveRaw: { en: 'Regions as predicted', zh: '区域（按预测）' },
  curveRegions: { en: 'Regions read back', zh: '区域（读回）' },
  curveLabels: { en: 'Labels', zh: '标签' },
  heat: { en: 'Show probability of', zh: '显示概率' },

  mixUp: { en: 'Labels mixed up?', zh: '标签值是否错配？' },
  mixUpNone: {
    en: 'No renaming of labels would raise the Dice of this case strongly.',
    zh: '没有任何标签值改写能明显提高该病例的 Dice。',
  },
  mixUpCase: {
    en: 'Suspicion: {{renamed}} would raise the mean label Dice of this case from {{before}} to {{after}}. Nothing was changed.',
    zh: '可疑：{{renamed}} 可使该病例的平均标签 Dice 从 {{before}} 升至 {{after}}。未作任何更改。',
  },
  mixUpCohort: {
    en: 'Suspicion for {{model}}: {{renamed}} would raise the mean label Dice from {{before}} to {{after}}, in {{improved}} of {{scored}} cases. Nothing was changed.',
    zh: '可疑（{{model}}）：{{renamed}} 可使平均标签 Dice 从 {{before}} 升至 {{after}}，{{scored}} 例中有 {{improved}} 例提高。未作任何更改。',
  },
  mixUpExchange: { en: 'exchanging {{first}} and {{second}}', zh: '互换 {{first}} 与 {{second}} ' },
  mixUpRename: { en: 'reading {{renamed}}', zh: '将标签读作 {{renamed}} ' },
  confusion: { en: 'Which label was taken for which', zh: '标签之间的混淆' },
  confusionHint: {
    en: 'Rows reference, columns prediction; share of the row. Choose a cell to see its voxels.',
    zh: '行为参考标注，列为预测；百分比按行计算。点击单元格可查看对应体素。',
  },
  confusionCell: {
    en: 'Reference {{reference}}, predicted {{prediction}}; voxels: {{voxels}}',
    zh: '参考 {{reference}}，预测 {{prediction}}：{{voxels}} 个体素',
  },

  column: { en: 'Verdict', zh: '结论' },
  summary: { en: 'Label maps against their regions', zh: '标签图与其区域' },
  summaryHead: { en: 'Label maps against their regions: ', zh: '标签图与其区域：' },
  summaryCount: { en: '{{count}} {{verdict}}', zh: '{{count}} 个{{verdict}}' },
  showAll: { en: 'Show all {{count}} in the table', zh: '在表格中显示全部 {{count}} 个' },
});
