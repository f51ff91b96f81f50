import { defineMessages } from '../message';

/** Two models on the same cases, published numbers, and what that says. */
export const compare = defineMessages({
  title: { en: 'The fair comparison', zh: '公平比较' },
  hint: {
    en: 'Both models on the same cases, both read the same way: first as regions, then as labels. Differences are first minus second.',
    zh: '两个模型、相同病例、相同计分口径：先按区域，再按标签。差值为第一个减第二个。',
  },
  hintLabels: {
    en: 'Both models on the same cases, both read as labels; the scheme has no regions. Differences are first minus second.',
    zh: '两个模型、相同病例，均按标签计分；该方案没有区域。差值为第一个减第二个。',
  },
  firstModel: { en: 'First model', zh: '第一个模型' },
  secondModel: { en: 'Second model', zh: '第二个模型' },
  needTwo: {
    en: 'A comparison needs the predictions of two models. Add the folder of a second one.',
    zh: '比较需要两个模型的预测。请添加第二个模型的文件夹。',
  },
  asRegions: { en: 'Both read as regions', zh: '均按区域计分' },
  asLabels: { en: 'Both read as labels', zh: '均按标签计分' },
  difference: { en: 'Mean difference', zh: '平均差值' },
  caseDifference: { en: 'Difference', zh: '差值' },
  interval: { en: '95 % interval', zh: '95% 区间' },
  noInterval: { en: 'fewer than four cases', zh: '病例少于四个' },
  pValue: { en: 'p', zh: 'p' },
  pHint: {
    en: 'Wilcoxon signed-rank test, two-sided, differences of zero left out. “exact” from all sign patterns (up to 50 differences, ties among them), “approx.” from the normal approximation.',
    zh: 'Wilcoxon 符号秩检验，双侧，零差值不计。“精确”由全部符号组合得到（至多 50 个差值，可含并列）；“近似”为正态近似。',
  },
  exact: { en: 'exact', zh: '精确' },
  approximate: { en: 'approx.', zh: '近似' },
  holm: { en: 'p (Holm)', zh: 'p（Holm）' },
  holmHint: {
    en: 'Corrected for testing all structures of one reading together (regions: {{regions}}, labels: {{labels}}).',
    zh: '已对同一计分口径的全部结构作多重检验校正（区域 {{regions}} 个，标签 {{labels}} 个）。',
  },
  rankBiserial: { en: 'Effect r', zh: '效应量 r' },
  rankBiserialHint: {
    en: 'Matched-pairs rank-biserial correlation: 1 when the first model is better in every case, −1 when the second is.',
    zh: '配对秩二列相关：第一个模型在所有病例中均更好时为 1，第二个均更好时为 −1。',
  },
  wins: { en: 'Wins / ties / losses', zh: '胜 / 平 / 负' },
  winsHint: {
    en: 'Cases in which the first model is better, within 0.001, and worse.',
    zh: '第一个模型更好、相差 0.001 以内、更差的病例数。',
  },
  working: { en: 'Comparing …', zh: '正在比较……' },
  otherCases: {
    en: 'The two models were not scored on the same cases: {{first}} alone on {{onlyFirst}}, {{second}} alone on {{onlySecond}}. Only the cases that both have ({{shared}}) are compared; means elsewhere may be of other cases.',
    zh: '两个模型的评分病例不同：仅 {{first}} 有 {{onlyFirst}} 例，仅 {{second}} 有 {{onlySecond}} 例。此处只比较两者共有的 {{shared}} 例；其他位置的均值可能来自不同病例。',
  },
  filteredCases: {
    en: 'The filter keeps other cases of the two models: {{onlyFirst}} of {{first}} alone, {{onlySecond}} of {{second}} alone. Only the cases of which it keeps both ({{shared}}) are compared; a filter by score chooses cases by their outcome.',
    zh: '筛选保留的两个模型的病例不同：仅 {{first}} 有 {{onlyFirst}} 例，仅 {{second}} 有 {{onlySecond}} 例。此处只比较两者均保留的 {{shared}} 例；按得分筛选即按结果挑选病例。',
  },
  noShared: {
    en: 'No case among those shown was scored for both models.',
    zh: '所示病例中没有同时有两个模型得分的病例。',
  },
  driving: { en: 'Cases that drive the difference', zh: '主导差异的病例' },
  drivingHint: {
    en: 'The largest differences of any structure, read as labels and as regions. Choose one to open it.',
    zh: '任一结构（按标签或区域）差值最大的病例。点击可打开。',
  },
  noDriving: { en: 'The two models score alike in every case.', zh: '两个模型在每个病例中得分相同。' },

  sideBySide: { en: 'Side by side, as papers often print it', zh: '并列对照（文献常见形式）' },
  readAs: { en: '{{model}} read as', zh: '{{model}} 的计分口径' },
  regions: { en: 'regions', zh: '区域' },
  labels: { en: 'labels', zh: '标签' },
  mixedKinds: {
    en: 'These are numbers of different kinds: {{first}} is read as {{firstReading}}, {{second}} as {{secondReading}}. A region score beside a label score says nothing about which model is better, so no difference is given.',
    zh: '这是不同类型的数值：{{first}} 按{{firstReading}}计分，{{second}} 按{{secondReading}}计分。区域得分与标签得分并列不能说明哪个模型更好，因此不给出差值。',
  },

  published: { en: 'Published numbers', zh: '已发表的数值' },
  publishedHint: {
    en: 'A published mean Dice stands beside ours only where kind, convention and cases are the same.',
    zh: '已发表的平均 Dice 仅在类型、约定和病例均相同时才与我们的数值并列。',
  },
  value: { en: 'Mean Dice', zh: '平均 Dice' },
  noDice: { en: 'Dice lies between 0 and 1.', zh: 'Dice 应在 0 与 1 之间。' },
  source: { en: 'Source', zh: '来源' },
  sourcePlaceholder: { en: 'Author, year, table', zh: '作者、年份、表格' },
  kind: { en: 'Read as', zh: '计分口径' },
  kindRegion: { en: 'a region', zh: '区域' },
  kindLabel: { en: 'a label', zh: '标签' },
  kindUnknown: { en: 'not said', zh: '未说明' },
  conventionLesionWise: { en: 'lesion-wise', zh: '病灶级' },
  conventionUnknown: { en: 'not said', zh: '未说明' },
  cases: { en: 'Cases', zh: '病例' },
  casesThese: { en: 'these very cases', zh: '与此处完全相同' },
  casesOther: { en: 'other cases', zh: '其他病例' },
  casesUnknown: { en: 'not said', zh: '未说明' },
  add: { en: 'Add', zh: '添加' },
  remove: { en: 'Remove {{source}}', zh: '移除 {{source}}' },
  ours: { en: '{{model}} here', zh: '此处 {{model}}' },
  listSeparator: { en: '; ', zh: '；' },
  fullStop: { en: '.', zh: '。' },
  notComparable: { en: 'Not beside ours:', zh: '不与我们的数值并列：' },
  whyNoSuchStructure: {
    en: 'this scheme has no such structure',
    zh: '当前方案没有该结构',
  },
  whyOtherKind: {
    en: 'it was read as {{kind}}, and {{structure}} is {{ours}} here',
    zh: '其按{{kind}}计分，而此处 {{structure}} 为{{ours}}',
  },
  whyKindUnknown: {
    en: 'the source does not say whether it is a region or a label',
    zh: '来源未说明是区域还是标签',
  },
  whyOtherConvention: {
    en: 'it follows the convention {{theirs}}, the numbers here follow {{ours}}',
    zh: '其采用 {{theirs}} 约定，此处采用 {{ours}}',
  },
  whyLesionWise: {
    en: 'it is a lesion-wise score, the numbers here are scores of whole cases',
    zh: '其为病灶级得分，此处为整例得分',
  },
  whyConventionUnknown: {
    en: 'the source does not say how empty structures count',
    zh: '来源未说明空结构如何计分',
  },
  whyOtherCases: { en: 'it is of other cases', zh: '其来自其他病例' },
  whyCasesUnknown: {
    en: 'the source does not say of which cases',
    zh: '来源未说明是哪些病例',
  },

  oursIncomplete: {
    en: '{{model}} not comparable: {{used}} of {{total}} cases',
    zh: '{{model}} 不可比：{{total}} 个病例中仅有 {{used}} 个',
  },
  whyPartOfCases: {
    en: 'only {{used}} of the {{total}} cases enter the numbers here, by a filter, an exclusion or missing scores',
    zh: '由于筛选、排除或缺少得分，此处仅计入 {{total}} 个病例中的 {{used}} 个',
  },

  says: { en: 'What this comparison says', zh: '该比较说明了什么' },
  sources: { en: 'Sources', zh: '来源' },
  sayNoRegions: {
    en: 'This scheme declares no regions: there is nothing for region training to use.',
    zh: '该方案未声明区域：区域训练没有可利用的结构。',
  },
  sayNested: {
    en: 'The regions of this scheme lie inside one another. Region training optimises these nested sets directly, and its labels come from painting them in order.',
    zh: '该方案的区域逐层嵌套。区域训练直接优化这些嵌套集合，标签由按顺序绘制区域得到。',
  },
  sayPartlyNested: {
    en: 'Some regions of this scheme lie inside one another, others stand apart. Region training can use the nesting only where there is one.',
    zh: '该方案的部分区域相互嵌套，其余彼此独立。区域训练只能在存在嵌套处加以利用。',
  },
  sayIndependent: {
    en: 'The structures of this scheme stand apart. There is no nesting for region training to use; label training fits such a scheme by its construction.',
    zh: '该方案的各结构彼此独立，区域训练没有嵌套可利用；标签训练在构造上适合此类方案。',
  },
  sayCrossing: {
    en: 'Some regions of this scheme overlap without lying inside one another, so labels rebuilt from them depend on the order of painting.',
    zh: '该方案的部分区域相互重叠但不嵌套，因此重建的标签取决于绘制顺序。',
  },
  sayCannotRebuild: {
    en: 'As declared, painting cannot give back every label: read label scores of region-trained models with that in mind.',
    zh: '按当前声明，绘制无法还原所有标签：解读区域训练模型的标签得分时须考虑这一点。',
  },
  sayOneModel: {
    en: 'With the predictions of one model, nothing can be said about the other way of training.',
    zh: '只有一个模型的预测，无法对另一种训练方式下结论。',
  },
  sayNotTested: {
    en: 'Too few cases have numbers for both models to compare them.',
    zh: '两个模型都有数值的病例太少，无法比较。',
  },
  sayEqual: {
    en: 'Both models score the same in every case (n = {{cases}}).',
    zh: '两个模型在这 {{cases}} 个病例中的得分完全相同。',
  },
  sayHigher: {
    en: 'Read as {{reading}}, “{{model}}” scores significantly higher in {{count}} of {{tested}} structures: {{structures}}.',
    zh: '按{{reading}}计分，“{{model}}”在 {{count}}/{{tested}} 个结构上得分更高，差异有统计学意义：{{structures}}。',
  },
  sayBy: {
    en: '{{structure}} by {{by}} (95 % interval {{low}} to {{high}}, wins/ties/losses {{wins}}, p (Holm): {{p}})',
    zh: '{{structure}} 高 {{by}}（95% 区间 {{low}} 至 {{high}}，胜/平/负 {{wins}}，p（Holm）：{{p}}）',
  },
  sayByFew: {
    en: '{{structure}} by {{by}} (wins/ties/losses {{wins}}, p (Holm): {{p}})',
    zh: '{{structure}} 高 {{by}}（胜/平/负 {{wins}}，p（Holm）：{{p}}）',
  },
  sayByOnly: { en: '{{structure}} by {{by}}', zh: '{{structure}} 高 {{by}}' },
  sayDivided: {
    en: 'Read as {{reading}}, test and mean disagree in {{structure}}: the test, which looks at ranks, speaks for “{{model}}” (wins/ties/losses {{wins}}, p (Holm): {{p}}), but on average “{{other}}” scores higher, by {{by}} (95 % interval {{low}} to {{high}}), because the cases against “{{model}}” differ by more, most of all {{case}} (by {{most}}).',
    zh: '按{{reading}}计分，{{structure}} 的检验与均值方向不一致：基于秩次的检验支持“{{model}}”（胜/平/负 {{wins}}，p（Holm）：{{p}}），但平均而言“{{other}}”得分更高，高 {{by}}（95% 区间 {{low}} 至 {{high}}），因为不利于“{{model}}”的病例差值更大，其中最大的是 {{case}}（{{most}}）。',
  },
  sayDividedEven: {
    en: 'Read as {{reading}}, the test, which looks at ranks, speaks for “{{model}}” in {{structure}} (wins/ties/losses {{wins}}, p (Holm): {{p}}), but on average the two models differ by less than 0.001 (95 % interval {{low}} to {{high}}).',
    zh: '按{{reading}}计分，{{structure}} 的基于秩次的检验支持“{{model}}”（胜/平/负 {{wins}}，p（Holm）：{{p}}），但两个模型平均相差不到 0.001（95% 区间 {{low}} 至 {{high}}）。',
  },
  sayAgainst: {
    en: 'Not significant, but larger the other way: read as {{reading}}, “{{model}}” is ahead on average in {{structures}}.',
    zh: '无统计学意义，但方向相反且差值更大：按{{reading}}计分，平均而言“{{model}}”领先：{{structures}}。',
  },
  sayNoDifferenceOf: {
    en: 'Read as {{reading}}, there is no statistically significant difference (n = {{cases}}). That is no proof that there is none.',
    zh: '按{{reading}}计分，这 {{cases}} 个病例未显示有统计学意义的差异。但这并不证明没有差异。',
  },
  sayNoDifference: {
    en: 'In neither reading is there a statistically significant difference (n = {{cases}}). That is no proof that there is none.',
    zh: '无论哪种计分口径，这 {{cases}} 个病例都未显示有统计学意义的差异。但这并不证明没有差异。',
  },
  sayBothReadings: { en: 'Both readings point the same way.', zh: '两种计分口径结论一致。' },
  sayReadingDecides: {
    en: 'The reading decides: ask first which of the two the task needs.',
    zh: '结论取决于计分口径：请先明确任务需要哪一种。',
  },
  sayMixed: { en: 'Neither model is better throughout.', zh: '没有一个模型全面更好。' },
  sayDropMeasured: {
    en: 'From region to label, Dice falls by {{gap}} on average; {{share}} of that, {{shapePart}}, goes with the smaller size and the shape of the labels alone and would meet any model of the same accuracy.',
    zh: '从区域到标签 Dice 平均下降 {{gap}}；其中 {{share}}（{{shapePart}}）仅源于标签的体积更小及其形状，任何同等精度的模型都会如此。',
  },
  sayDropAllShape: {
    en: 'From region to label, Dice falls by {{gap}} on average; size and shape of the labels alone would cost {{shapePart}}, so the drop is no sign of worse contours.',
    zh: '从区域到标签 Dice 平均下降 {{gap}}；仅标签的大小和形状就会损失 {{shapePart}}，因此该下降并不表示轮廓更差。',
  },
  sayDropNotShape: {
    en: 'From region to label, Dice falls by {{gap}} on average, and size and shape of the labels do not explain it: their contours are less accurate.',
    zh: '从区域到标签 Dice 平均下降 {{gap}}，且无法由标签的大小和形状解释：其轮廓较不准确。',
  },
  sayDropUnmeasured: {
    en: 'From region to label, Dice falls by {{gap}} on average; how much of that is shape alone is not measured yet.',
    zh: '从区域到标签 Dice 平均下降 {{gap}}；其中形状所占部分尚未测量。',
  },
  sayNoDrop: {
    en: 'On average labels score no lower than their regions here.',
    zh: '平均而言，此处标签得分并不低于区域。',
  },
  sayPartly: {
    en: 'Shape was measured in {{measured}} of {{rows}} pairs.',
    zh: '已在 {{measured}}/{{rows}} 个配对中测量形状。',
  },
  sayCaution: {
    en: 'This compares these two trained models on these cases, not two ways of training in general.',
    zh: '这里比较的是这两个已训练模型在这些病例上的表现，而非两种训练方式本身。',
  },
});
