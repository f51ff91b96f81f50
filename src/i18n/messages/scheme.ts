import { defineMessages } from '../message';

export const scheme = defineMessages({
  title: { en: 'What do the labels mean?', zh: '标签的含义是什么？' },
  guess: {
    en: 'These files do not say what their integers mean. The layout suggests "{{name}}"; the same integers mean other things elsewhere, so please check before anything is scored.',
    zh: '这些文件没有说明整数标签的含义。根据目录结构推测为“{{name}}”；同样的整数在其他数据集中含义不同，请在评分前确认。',
  },
  ask: {
    en: 'These files do not say what their integers mean. Choose a scheme before anything is scored.',
    zh: '这些文件没有说明整数标签的含义，请在评分前选择方案。',
  },
  change: {
    en: 'All scores follow the scheme and change with it at once.',
    zh: '所有得分都取决于方案，更改后立即重新计算。',
  },
  choose: { en: 'Label scheme', zh: '标签方案' },
  use: { en: 'Use this scheme', zh: '使用此方案' },
  labels: { en: 'Labels', zh: '标签' },
  regions: { en: 'Regions, in declared order', zh: '区域（按声明顺序）' },
  paints: { en: 'paints {{label}}', zh: '绘制 {{label}}' },
  paintedAs: {
    en: 'Label {{label}} will be painted as {{painted}}.',
    zh: '标签 {{label}} 将被绘制为 {{painted}}。',
  },
  rebuilds: {
    en: 'Painting in this order rebuilds every label.',
    zh: '按此顺序绘制可以重建所有标签。',
  },
  source: { en: 'Source', zh: '来源' },
  fromDataset: { en: 'from dataset.json', zh: '来自 dataset.json' },
});
