import { defineMessages } from '../message';

export const words = defineMessages({
  reference: { en: 'Reference', zh: '参考标注' },
  prediction: { en: 'Prediction', zh: '预测' },
  region: { en: 'Region', zh: '区域' },
  label: { en: 'Label', zh: '标签' },
  case: { en: 'Case', zh: '病例' },
  model: { en: 'Model', zh: '模型' },
  volume: { en: 'volume', zh: '体积' },
  volumeTitle: { en: 'Volume', zh: '体积' },
  area: { en: 'area', zh: '面积' },
  areaTitle: { en: 'Area', zh: '面积' },
  ball: { en: 'ball', zh: '球体' },
  disc: { en: 'disc', zh: '圆' },
  sizeAxis: { en: 'Reference {{size}}, {{unit}}', zh: '参考{{size}}，{{unit}}' },
  sizesLeftOut: {
    en: '(not in this chart: {{count}} of {{dimensions}}D)',
    zh: '（此图不含 {{count}} 个 {{dimensions}}D 结果）',
  },
  cancel: { en: 'Cancel', zh: '取消' },
  close: { en: 'Close', zh: '关闭' },
  range: { en: '{{least}} to {{most}}', zh: '{{least}} 至 {{most}}' },
  sliceOf: { en: '{{plane}} slice {{slice}} of {{total}}', zh: '{{plane}}第 {{slice}} / {{total}} 层' },
  percent: { en: '{{value}} %', zh: '{{value}}%' },
});
