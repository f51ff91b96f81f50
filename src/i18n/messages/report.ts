import { defineMessages } from '../message';

/** The report: its dialog, its headings and its sentences. */
export const report = defineMessages({
  make: { en: 'Report …', zh: '报告…' },
  title: { en: 'Make a report', zh: '生成报告' },
  intro: {
    en: 'One HTML file that opens on any computer, prints to A4 and asks for nothing from anywhere.',
    zh: '单个 HTML 文件，可在任何电脑上打开、可打印为 A4，不会向任何地方请求数据。',
  },
  titleField: { en: 'Title', zh: '标题' },
  languageField: { en: 'Language', zh: '语言' },
  sections: { en: 'Sections', zh: '章节' },
  pages: { en: 'Case pages', zh: '病例页' },
  pagesHint: {
    en: 'The cases that are farthest from their reference come first, by the mean Dice of their structures.',
    zh: '按各结构平均 Dice 由低到高选取，与参考标注差异最大的病例在前。',
  },
  anonymous: { en: 'Numbers instead of case names', zh: '用编号代替病例名称' },
  anonymousHint: {
    en: 'Also leaves out the name of the folder. Names that you wrote into notes are replaced too; please read the notes once more yourself.',
    zh: '同时不写入文件夹名称。备注中出现的病例名称也会被替换，但请自行再检查一遍备注。',
  },
  allCases: {
    en: 'The table is filtered; the report is of all cases that are not excluded.',
    zh: '表格已筛选；报告包含所有未排除的病例。',
  },
  noPaths: { en: 'File paths are never part of a report.', zh: '报告中从不包含文件路径。' },
  start: { en: 'Make report', zh: '生成报告' },
  again: { en: 'Make another', zh: '再生成一份' },
  save: { en: 'Save', zh: '保存' },
  done: { en: 'The report is made: {{size}} MB.', zh: '报告已生成：{{size}} MB。' },
  stopped: { en: 'Stopped. Nothing was made.', zh: '已停止，未生成报告。' },
  failed: { en: 'The report could not be made: {{detail}}', zh: '无法生成报告：{{detail}}' },
  stepNumbers: { en: 'Collecting the numbers', zh: '正在汇总数据' },
  stepPictures: { en: 'Pictures of case {{done}} of {{total}}', zh: '正在绘制病例图像 {{done}}/{{total}}' },
  stepScores: { en: 'Scores of case {{done}} of {{total}}', zh: '正在写入得分 {{done}}/{{total}}' },
  stepWriting: { en: 'Writing the file', zh: '正在写入文件' },

  defaultTitle: { en: 'Segmentation report', zh: '分割评估报告' },
  titleOf: { en: 'Segmentation report: {{cohort}}', zh: '分割评估报告：{{cohort}}' },
  caseNumber: { en: 'Case {{number}}', zh: '病例 {{number}}' },
  madeBy: { en: 'Made with {{producer}} on {{date}}.', zh: '由 {{producer}} 于 {{date}} 生成。' },
  reopen: {
    en: 'This file carries its scores: drop it on RegionLens to open them again.',
    zh: '本文件内含得分数据：将其拖入 RegionLens 即可重新打开。',
  },
  regionsPainted: { en: 'Regions → painted value', zh: '区域 → 绘制值' },
  contents: { en: 'Contents', zh: '目录' },
  settings: { en: 'Settings', zh: '设置' },

  summary: { en: 'In plain words', zh: '概述' },
  methods: { en: 'Methods', zh: '方法' },
  means: { en: 'Scores and the cases behind them', zh: '得分及其所依据的病例' },
  gap: { en: 'Why regions and labels score differently', zh: '区域与标签得分不同的原因' },
  reconstruction: { en: 'Label maps checked against their regions', zh: '标签图与其区域的核对' },
  cases: { en: 'All cases', zh: '全部病例' },
  casePages: { en: 'Single cases', zh: '单个病例' },
  notes: { en: 'Notes', zh: '备注' },
  data: { en: 'Scores file inside the report', zh: '报告内含得分文件' },

  sayScored: {
    en: 'Predictions scored: {{pairs}} (cases: {{cases}}; models: {{models}}).',
    zh: '共对 {{pairs}} 个预测评分：{{cases}} 个病例，模型为 {{models}}。',
  },
  sayFailed_one: {
    en: '{{count}} prediction could not be scored.',
    zh: '{{count}} 个预测无法评分。',
  },
  sayFailed_other: {
    en: '{{count}} predictions could not be scored.',
    zh: '{{count}} 个预测无法评分。',
  },
  sayExcluded_one: {
    en: '{{count}} case was excluded by hand and enters no mean.',
    zh: '{{count}} 个病例被人工排除，不计入任何平均值。',
  },
  sayExcluded_other: {
    en: '{{count}} cases were excluded by hand and enter no mean.',
    zh: '{{count}} 个病例被人工排除，不计入任何平均值。',
  },
  sayNowhere: {
    en: 'No case that counts has {{structure}} in its reference.',
    zh: '计入的病例中，没有参考标注含有 {{structure}}。',
  },
  sayFoundAll: {
    en: '{{model}} found {{structure}} in every case that has it ({{present}}).',
    zh: '{{model}} 在所有含有 {{structure}} 的病例（{{present}} 个）中均检出该结构。',
  },
  sayFound: {
    en: 'Of the cases that have {{structure}} ({{present}}), {{model}} found it in {{found}} and missed it in {{missed}}.',
    zh: '在 {{present}} 个含有 {{structure}} 的病例中，{{model}} 检出 {{found}} 个，漏检 {{missed}} 个。',
  },
  sayExtra_one: {
    en: 'It marked {{structure}} in {{count}} case that has none.',
    zh: '另有 {{count}} 个不含 {{structure}} 的病例被虚报。',
  },
  sayExtra_other: {
    en: 'It marked {{structure}} in {{count}} cases that have none.',
    zh: '另有 {{count}} 个不含 {{structure}} 的病例被虚报。',
  },
  sayVolume: {
    en: 'The {{size}} is off by {{difference}} {{unit}} in the median, where the reference has {{reference}} {{unit}}.',
    zh: '{{size}}偏差的中位数为 {{difference}} {{unit}}（参考{{size}}中位数 {{reference}} {{unit}}）。',
  },
  sayVolumeOnce: {
    en: 'The {{size}} is off by {{difference}} {{unit}}, where the reference has {{reference}} {{unit}}.',
    zh: '{{size}}偏差 {{difference}} {{unit}}（参考{{size}} {{reference}} {{unit}}）。',
  },
  sayContourOnce: {
    en: '95 % of each contour lies within {{hd95}} mm of the other.',
    zh: '两条轮廓各有 95% 与对方相距不超过 {{hd95}} mm。',
  },
  sayContour: {
    en: 'In half of the cases 95 % of each contour lies within {{hd95}} mm of the other.',
    zh: '在一半病例中，两条轮廓各有 95% 与对方相距不超过 {{hd95}} mm。',
  },
  sayLesions: {
    en: 'Lesions in the reference: {{total}}; found, which is to say touched, {{found}}, missed {{missed}}; marked where there is none: {{extra}}.',
    zh: '共 {{total}} 个病灶，检出（触及即计）{{found}} 个，漏检 {{missed}} 个；另有 {{extra}} 处假阳性。',
  },
  sayGapBelow: {
    en: '{{model}}: {{label}} scores {{gap}} below {{region}} on average (95 % interval {{low}} to {{high}}, n = {{cases}}).',
    zh: '{{model}}：{{label}} 的得分平均比 {{region}} 低 {{gap}}（95% 区间 {{low}} 至 {{high}}，{{cases}} 个病例）。',
  },
  sayGapAbove: {
    en: '{{model}}: {{label}} scores {{gap}} above {{region}} on average (95 % interval {{low}} to {{high}}, n = {{cases}}).',
    zh: '{{model}}：{{label}} 的得分平均比 {{region}} 高 {{gap}}（95% 区间 {{low}} 至 {{high}}，{{cases}} 个病例）。',
  },
  sayGapBelowOnce: {
    en: '{{model}}: {{label}} scores {{gap}} below {{region}} (n = {{cases}}, too few for an interval).',
    zh: '{{model}}：{{label}} 的得分比 {{region}} 低 {{gap}}（n = {{cases}}，不足以给出区间）。',
  },
  sayGapAboveOnce: {
    en: '{{model}}: {{label}} scores {{gap}} above {{region}} (n = {{cases}}, too few for an interval).',
    zh: '{{model}}：{{label}} 的得分比 {{region}} 高 {{gap}}（n = {{cases}}，不足以给出区间）。',
  },
  sayGapNone: {
    en: '{{model}}: {{label}} and {{region}} score alike on average (n = {{cases}}).',
    zh: '{{model}}：{{label}} 与 {{region}} 的平均得分相当（{{cases}} 个病例）。',
  },
  sayShapeAlone: {
    en: 'Of the cases in which the label scores lower and both contour shifts exist ({{judged}}), size and shape alone explain the gap in {{count}}, without a worse contour.',
    zh: '在标签得分较低且两个轮廓偏移均存在的 {{judged}} 个病例中，有 {{count}} 个的差距仅由大小和形状即可解释，而非轮廓更差。',
  },
  sayShapeNever: {
    en: 'In none of the cases in which the label scores lower and both contour shifts exist ({{judged}}) do size and shape alone explain the gap.',
    zh: '在标签得分较低且两个轮廓偏移均存在的 {{judged}} 个病例中，没有一个的差距仅由大小和形状即可解释。',
  },
  glance: { en: 'At a glance', zh: '一览' },
  glanceHint: {
    en: 'Sizes and distances are medians over the cases in which reference and prediction both hold the structure.',
    zh: '大小与距离为参考与预测均含该结构的病例的中位数。',
  },
  columnFound: { en: 'Found in', zh: '检出' },
  columnMissed: { en: 'Missed in', zh: '漏检' },
  columnExtra: { en: 'Extra in', zh: '虚报' },
  columnSize: { en: 'Size', zh: '大小' },
  columnOff: { en: 'Off by', zh: '偏差' },
  columnContour: { en: 'HD95, mm', zh: 'HD95，mm' },
  columnLesions: { en: 'Lesions found / missed / extra', zh: '病灶 检出 / 漏检 / 假阳性' },
  ofCases: { en: '{{count}} of {{total}}', zh: '{{count}} / {{total}}' },

  methodsHint: {
    en: 'Written from the settings that these numbers were made with; ready to be pasted.',
    zh: '根据得出这些数值的实际设置生成，可直接粘贴到论文中。',
  },
  methodsCohort: {
    en: 'Predictions of {{models}} were evaluated with {{producer}} (cases: {{cases}}, predictions: {{pairs}}).',
    zh: '使用 {{producer}} 评估了 {{models}} 对 {{cases}} 个病例的预测（共 {{pairs}} 个预测）。',
  },
  methodsExcluded_one: {
    en: '{{count}} case was excluded by hand.',
    zh: '人工排除了 {{count}} 个病例。',
  },
  methodsExcluded_other: {
    en: '{{count}} cases were excluded by hand.',
    zh: '人工排除了 {{count}} 个病例。',
  },
  methodsLabels: {
    en: 'The labels were {{labels}} (label scheme “{{scheme}}”).',
    zh: '标签为 {{labels}}（标签方案“{{scheme}}”）。',
  },
  methodsIgnored: {
    en: 'Voxels whose reference has the value {{value}} were ignored.',
    zh: '参考标注取值为 {{value}} 的体素不参与计算。',
  },
  methodsRegions: {
    en: 'The regions, in declared order, were {{regions}}; as in nnU-Net, they were painted in this order with the values {{order}} (regions_class_order), later regions overwriting earlier ones, wherever their probability exceeded 0.5.',
    zh: '区域按声明顺序为 {{regions}}；与 nnU-Net 相同，在概率大于 0.5 处依此顺序绘制，取值为 {{order}}（regions_class_order），后绘制的区域覆盖先绘制的区域。',
  },
  methodsNoRegions: {
    en: 'The scheme declares no regions; each label was scored by itself.',
    zh: '该方案未声明区域，各标签单独评分。',
  },
  methodsOverlap: {
    en: 'Overlap was counted voxel by voxel on the grid of the reference; Dice is 2·TP / (2·TP + FP + FN).',
    zh: '重叠在参考标注的体素网格上逐体素统计；Dice 为 2·TP / (2·TP + FP + FN)。',
  },
  methodsReoriented_one: {
    en: '{{count}} prediction was first reoriented to the axes of its reference by its header.',
    zh: '其中 {{count}} 个预测先按文件头重新定向到参考标注的坐标轴。',
  },
  methodsReoriented_other: {
    en: '{{count}} predictions were first reoriented to the axes of their references by their headers.',
    zh: '其中 {{count}} 个预测先按文件头重新定向到参考标注的坐标轴。',
  },
  methodsApart_one: {
    en: 'For {{count}} prediction whose header contradicted that of the reference, voxels were compared by their index.',
    zh: '有 {{count}} 个预测的文件头与参考标注不一致，按体素序号逐一比较。',
  },
  methodsApart_other: {
    en: 'For {{count}} predictions whose headers contradicted those of their references, voxels were compared by their index.',
    zh: '有 {{count}} 个预测的文件头与参考标注不一致，按体素序号逐一比较。',
  },
  methodsEmptyNnunet: {
    en: 'Empty structures followed nnU-Net: a structure in neither map has no score and does not enter the mean; a structure in only one of them scores 0.',
    zh: '空结构按 nnU-Net 约定处理：两图中均不存在的结构没有得分、不计入平均值；仅存在于其中一图的结构记 0。',
  },
  methodsEmptyBrats: {
    en: 'Empty structures followed {{profile}}: a structure in neither map scores Dice 1 and HD95 0 mm, one in only one of them Dice 0 and HD95 {{penalty}} mm; all cases enter the mean.',
    zh: '空结构按 {{profile}} 约定处理：两图中均不存在的结构 Dice 记 1、HD95 记 0 mm；仅存在于其中一图的结构 Dice 记 0、HD95 记 {{penalty}} mm；所有病例均计入平均值。',
  },
  methodsSurface: {
    en: 'Surface distances were those of surface elements weighted by their area (definition of DeepMind’s surface-distance); HD95 is the larger 95th percentile of both directions, and the normalised surface Dice (NSD) had a tolerance of {{tau}}.',
    zh: '表面距离按面积加权的表面元素计算（采用 DeepMind surface-distance 的定义）；HD95 取两个方向第 95 百分位数中的较大者，归一化表面 Dice（NSD）的容差为{{tau}}。',
  },
  methodsFlat_one: {
    en: 'One result was of a single slice and scored in two dimensions: contours in place of surfaces, lengths in place of areas, 8-connectivity, mm² and cm² in place of mm³ and mL.',
    zh: '其中 1 个结果为单张切片，按二维计分：以轮廓代替表面、长度代替面积，采用 8 邻域，以 mm² 和 cm² 代替 mm³ 和 mL。',
  },
  methodsFlat_other: {
    en: '{{count}} results were of single slices and scored in two dimensions: contours in place of surfaces, lengths in place of areas, 8-connectivity, mm² and cm² in place of mm³ and mL.',
    zh: '其中 {{count}} 个结果为单张切片，按二维计分：以轮廓代替表面、长度代替面积，采用 8 邻域，以 mm² 和 cm² 代替 mm³ 和 mL。',
  },
  methodsTauFixed: { en: '{{tau}} mm', zh: ' {{tau}} mm' },
  methodsTauDefault: {
    en: 'the largest voxel edge of the case, at least 1 mm',
    zh: '该病例的最大体素边长（至少 1 mm）',
  },
  methodsLesions: {
    en: 'Lesion-wise scores followed BraTS {{profile}}: components by 26-connectivity, reference lesions merged where their {{dilations}}-voxel dilations touch, those of at most {{threshold}} mm³ left out, false positives with Dice 0 and HD95 374 mm.',
    zh: '病灶级得分按 BraTS {{profile}} 计算：以 26 邻域划分连通域；参考病灶膨胀 {{dilations}} 个体素后相接者合并；不超过 {{threshold}} mm³ 的病灶不计；假阳性 Dice 记 0、HD95 记 374 mm。',
  },
  methodsGap: {
    en: 'The gap of a region and the label that it paints, Dice(region) − Dice(label), was split exactly into the volume effect (errors of both weigh more in the smaller label), accumulated errors (mix-ups inside the region, of which the region does not notice) and relieved errors (charged to the region, not to this label).',
    zh: '区域与其所绘标签的差距，即 Dice（区域）− Dice（标签），被精确分解为：体积效应（两者共同的误差在较小的标签中权重更大）、累积误差（区域内部的混淆，区域不受影响）与免计误差（计入区域，不计入该标签）。',
  },
  methodsShift: {
    en: 'To compare accuracy without the influence of volume, each Dice was also expressed as the equivalent contour shift: the distance in mm by which the reference must grow or shrink evenly to give the same Dice (mean of both). The label’s Dice at the region’s shift divides the gap into a part of size and shape and a part of accuracy.',
    zh: '为排除体积的影响，每个 Dice 还换算为等效轮廓偏移：参考轮廓均匀扩张或收缩多少 mm 会得到同样的 Dice（取两者平均）。标签在区域偏移下的 Dice 将差距分为大小与形状部分和精度部分。',
  },
  methodsStatistics: {
    en: 'Means over cases are given with {{confidence}} % percentile bootstrap intervals ({{resamples}} resamples of the cases, seed {{seed}}) where there are at least four.',
    zh: '病例平均值附 {{confidence}}% 百分位自助法区间（对病例重抽样 {{resamples}} 次，随机种子 {{seed}}；少于四个病例时不给出）。',
  },
  methodsReconstruction_one: {
    en: 'The saved label map of {{count}} prediction was compared with the one painted anew from its raw regions.',
    zh: '将 {{count}} 个预测保存的标签图与由其原始区域重新绘制的结果进行了比较。',
  },
  methodsReconstruction_other: {
    en: 'The saved label maps of {{count}} predictions were compared with those painted anew from their raw regions.',
    zh: '将 {{count}} 个预测保存的标签图与由其原始区域重新绘制的结果进行了比较。',
  },

  listComma: { en: ', ', zh: '、' },
  meanOf: { en: 'Mean {{metric}}', zh: '平均 {{metric}}' },
  meansHint: {
    en: 'Mean over cases with its 95 % bootstrap interval (from four cases on); n is the number of cases that enter it.',
    zh: '病例平均值及其 95% 自助法区间（至少四个病例）；n 为计入的病例数。',
  },
  ledger: { en: 'Ledger: the cases behind each mean', zh: '明细：各平均值所依据的病例' },
  ledgerUsed: { en: 'Used', zh: '计入' },
  ledgerBothEmpty: { en: 'Both empty', zh: '皆空' },
  ledgerMissed: { en: 'Missed', zh: '漏检' },
  ledgerHallucinated: { en: 'Hallucinated', zh: '虚报' },
  ledgerMissing: { en: 'No scores', zh: '无得分' },
  ledgerTotal: { en: 'Cases', zh: '病例' },
  figureMeans: {
    en: 'Mean {{metric}} of every structure with its 95 % interval.',
    zh: '各结构的平均 {{metric}} 及其 95% 区间。',
  },
  figureAccount: {
    en: 'What the mean gap is made of. Bars to the right widen it, bars to the left narrow it; the mark is the gap with its 95 % interval.',
    zh: '平均差距的构成。向右的柱使差距增大，向左的使其减小；标记为差距及其 95% 区间。',
  },
  figureGaps: {
    en: 'Gap of {{region}} and {{label}} by case, largest first. Above zero the label scores lower.',
    zh: '各病例 {{region}} 与 {{label}} 的差距，由大到小。零线以上表示标签得分较低。',
  },
  figureScatter: {
    en: 'Gap of {{region}} and {{label}} against the size of the label in the reference (logarithmic).',
    zh: '{{region}} 与 {{label}} 的差距与标签参考大小的关系（对数坐标）。',
  },
  axisCases: { en: 'Cases', zh: '病例' },
  shapeAlone: { en: 'Shape alone', zh: '仅由形状解释' },
  shapeAloneHint: {
    en: 'Shape alone: of the cases with a gap above zero, those in which size and shape explain all of it.',
    zh: '仅由形状解释：在差距大于零的病例中，大小和形状可完全解释差距者。',
  },
  verdictCount: { en: '{{count}} {{verdict}}', zh: '{{verdict}} {{count}} 个' },
  failures: { en: 'Not scored', zh: '未评分' },
  excluded: { en: 'excluded', zh: '已排除' },
  maskLeftOut: { en: 'mask left out', zh: '有掩膜被略去' },

  pageHead: { en: '{{case}} · {{model}}', zh: '{{case}} · {{model}}' },
  worstSlice: {
    en: 'Axial slice {{slice}} of {{total}}, the one with the most wrong voxels ({{count}}).',
    zh: '轴位第 {{slice}} / {{total}} 层，错误体素最多（{{count}} 个）。',
  },
  worstSlicePair: {
    en: 'Axial slice {{slice}} of {{total}}, the one with the most voxels wrong in {{label}} or its region ({{count}}).',
    zh: '轴位第 {{slice}} / {{total}} 层，{{label}} 或其区域的错误体素最多（{{count}} 个）。',
  },
  noErrorSlice: {
    en: 'Axial slice {{slice}} of {{total}}; no voxel is wrong here.',
    zh: '轴位第 {{slice}} / {{total}} 层；此处没有错误体素。',
  },
  errors: { en: 'Errors', zh: '错误' },
  causesOf: {
    en: 'Errors of {{region}} → {{label}} by cause',
    zh: '{{region}} → {{label}} 的错误（按成因）',
  },
  noImage: {
    en: 'No image was open on the grid of the label maps.',
    zh: '没有与标签图同网格的图像。',
  },
  noVolumes: {
    en: 'Without pictures: the volumes were not open when the report was made.',
    zh: '无图像：生成报告时影像文件未打开。',
  },
  noPicture: { en: 'Without pictures: {{detail}}', zh: '无图像：{{detail}}' },
  millimetres: { en: '{{length}} mm', zh: '{{length}} mm' },
  noNotes: { en: 'No notes were written.', zh: '没有备注。' },
  markOk: { en: 'ok', zh: '无问题' },
  markLook: { en: 'look again', zh: '待复查' },
  markReference: { en: 'reference wrong', zh: '参考有误' },
  figure: { en: 'Save figure', zh: '保存图形' },
  figureWidth: { en: 'Width, mm', zh: '宽度，mm' },
  figureFont: { en: 'Font size, pt', zh: '字号，pt' },
  figureDpi: { en: 'Resolution, dpi', zh: '分辨率，dpi' },
  figureSvg: { en: 'Save as SVG', zh: '保存为 SVG' },
  figurePng: { en: 'Save as PNG', zh: '保存为 PNG' },
});
