import { defineMessages } from '../message';

export const measures = defineMessages({
  measuring: {
    en: 'Measuring surfaces and lesions, {{done}} of {{total}}: {{file}}',
    zh: '正在测量表面距离与病灶 {{done}}/{{total}}：{{file}}',
  },
  secondsLeft: { en: 'about {{seconds}} s left', zh: '约剩 {{seconds}} 秒' },
  minutesLeft: { en: 'about {{minutes}} min left', zh: '约剩 {{minutes}} 分钟' },
  stopped_one: {
    en: 'Measuring was stopped: {{count}} prediction has no surface distances and lesions yet.',
    zh: '测量已停止：{{count}} 个预测尚无表面距离与病灶结果。',
  },
  stopped_other: {
    en: 'Measuring was stopped: {{count}} predictions have no surface distances and lesions yet.',
    zh: '测量已停止：{{count}} 个预测尚无表面距离与病灶结果。',
  },
  resume: { en: 'Measure the rest', zh: '继续测量' },
});
