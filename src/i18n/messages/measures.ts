import { defineMessages } from '../message';

export const measures = defineMessages({
  measuring: {
    en: 'Measuring surfaces and lesions, {{done}} of {{total}}: {{file}}',
    zh: '正在测量表面距离与病灶 {{done}}/{{total}}：{{file}}',
  },
  secondsLeft: { en: 'about {{seconds}} s left', zh: '约剩 {{seconds}} 秒' },
  minutesLeft: { en: 'about {{minutes}} min left', zh: '约剩 {{minutes}} 分钟' },
  stopped_one: {
    en: 'Measuring was stopped: {{count}} prediction has no surface distances or lesions yet.',
    zh: '测量已停止：{{count}} 个预测尚无表面距离与病灶结果。',
  },
  stopped_other: {
    en: 'Measuring was stopped: {{count}} predictions have no surface distances or lesions yet.',
    zh: '测量已停止：{{count}} 个预测尚无表面距离与病灶结果。',
  },
  reasonNeverReached: {
    en: 'the curve never falls as low as the observed Dice',
    zh: '曲线始终未降到实际的 Dice 值',
  },
  reasonOtherDimensions: {
    en: 'This case has another number of dimensions: volumes (3D) and areas (2D) stand in columns of their own.',
    zh: '该病例的维数不同：体积（三维）与面积（二维）分列显示。',
  },
  reasonNotComputed: { en: 'not computed', zh: '未计算' },
  surfaces: { en: 'Surface distances', zh: '表面距离' },
  surfaces_flat: { en: 'Contour distances', zh: '轮廓距离' },
  surfacesOf_flat: {
    en: 'Contour Dice at τ = {{tau}} mm; empty structures by {{profile}}',
    zh: '轮廓 Dice 取 τ = {{tau}} mm；空结构按 {{profile}} 约定处理',
  },
  surfacesOf: {
    en: 'Surface Dice at τ = {{tau}} mm; empty structures by {{profile}}',
    zh: '表面 Dice 取 τ = {{tau}} mm；空结构按 {{profile}} 约定处理',
  },
  notYet: { en: 'Not measured yet.', zh: '尚未测量。' },
  noVolumes: {
    en: 'Not measured: the opened file holds no such numbers, and the volumes are not open.',
    zh: '未测量：打开的文件中没有这些数值，且影像文件未打开。',
  },
  tau: { en: 'τ (mm)', zh: 'τ（mm）' },
  tauHint: {
    en: 'Tolerance of the surface Dice and of what counts as boundary. Default: the largest voxel edge, at least 1 mm. Up to 10 mm.',
    zh: '表面 Dice 的容差，也是“边界”的判定距离。默认：最大体素边长，至少 1 mm；最大 10 mm。',
  },
  lesions: { en: 'Lesions', zh: '病灶' },
  lesionProfile: { en: 'Lesion convention', zh: '病灶计分约定' },
  lesionRule: {
    en: 'Lesions whose {{dilations}}-voxel dilations touch are one; those up to {{threshold}} {{smallUnit}} are left out. Mean over lesions and false positives (Dice 0, HD95 374 mm).',
    zh: '膨胀 {{dilations}} 个体素后相接的病灶合并为一个；不超过 {{threshold}} {{smallUnit}} 的病灶不计。对病灶与假阳性取平均（假阳性 Dice 0、HD95 374 mm）。',
  },
  lesion: { en: 'Lesion', zh: '病灶' },
  lesionsOf: { en: 'Lesions of {{structure}}', zh: '{{structure}} 的病灶' },
  eitherUnit: { en: 'mm³ (mm² in two dimensions)', zh: 'mm³（二维为 mm²）' },
  size: { en: '{{sizeTitle}} {{unit}}', zh: '{{sizeTitle}} {{unit}}' },
  outcome: { en: 'Outcome', zh: '结果' },
  outcomeFound: { en: 'found', zh: '检出' },
  outcomeMissed: { en: 'missed', zh: '漏检' },
  outcomeBelow: { en: 'below threshold', zh: '低于阈值，不计' },
  outcomeFalsePositive: { en: 'false positive', zh: '假阳性' },
  showLesion: { en: 'Show in the image', zh: '在图像中定位' },
  noLesions: { en: 'Neither lesions nor false positives.', zh: '既无病灶，也无假阳性。' },
  noLesionList: {
    en: 'The opened file does not list single lesions.',
    zh: '打开的文件未列出单个病灶。',
  },
  allLesions: { en: 'Show all {{count}}', zh: '显示全部 {{count}} 个' },
  metric: { en: 'Score', zh: '指标' },
  more: { en: 'Higher is better.', zh: '越高越好。' },
  less: { en: 'Lower is better.', zh: '越低越好。' },
  zero: { en: '0 is best.', zh: '0 为最佳。' },
  resume: { en: 'Measure the rest', zh: '继续测量' },
});
