import { defineMessages } from '../message';

export const words = defineMessages({
  reference: { en: 'Reference', zh: '参考标注' },
  prediction: { en: 'Prediction', zh: '预测' },
  region: { en: 'Region', zh: '区域' },
  label: { en: 'Label', zh: '标签' },
  case: { en: 'Case', zh: '病例' },
  model: { en: 'Model', zh: '模型' },
  cancel: { en: 'Cancel', zh: '取消' },
  close: { en: 'Close', zh: '关闭' },
  range: { en: '{{least}} to {{most}}', zh: '{{least}} 至 {{most}}' },
  sliceOf: { en: '{{plane}} slice {{slice}} of {{total}}', zh: '{{plane}}第 {{slice}} / {{total}} 层' },
  percent: { en: '{{value}} %', zh: '{{value}}%' },
});
