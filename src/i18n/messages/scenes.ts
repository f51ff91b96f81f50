import { defineMessages } from '../message';

/** Scenes, the presentation of them, and the window with the presenter's notes. */
export const scenes = defineMessages({
  title: { en: 'Scenes', zh: '场景' },
  keep: { en: 'Keep this picture', zh: '保留当前画面' },
  keepKey: { en: 'Keep the picture as a scene', zh: '将当前画面保留为场景' },
  intro: {
    en: 'A scene keeps what is on screen: case, model, views, slice, zoom, contrast. Present the scenes in a talk, or put them into the report.',
    zh: '场景保留屏幕上的画面：病例、模型、视图、层面、缩放和窗宽窗位。可用于演示，也可写入报告。',
  },
  kept: {
    en: 'Scenes hold no pixels: they are drawn anew from your files.',
    zh: '场景不保存任何像素，每次都由您的文件重新绘制。',
  },
  state: { en: 'Scene {{number}} of {{total}}', zh: '场景 {{number}}/{{total}}' },
  count_one: { en: '{{count}} scene', zh: '{{count}} 个场景' },
  count_other: { en: '{{count}} scenes', zh: '{{count}} 个场景' },
  caption: { en: 'Caption', zh: '标题' },
  notes: { en: 'Notes', zh: '备注' },
  notesHint: {
    en: 'Only you see them, in a window of their own. They never enter a report.',
    zh: '仅演示者可见，显示在单独的窗口中，不会写入报告。',
  },
  up: { en: 'Move up', zh: '上移' },
  down: { en: 'Move down', zh: '下移' },
  duplicate: { en: 'Duplicate', zh: '创建副本' },
  retake: { en: 'Replace by the picture on screen', zh: '用当前画面替换' },
  remove: { en: 'Delete', zh: '删除' },
  missingCase: {
    en: 'Its case {{case}} is not among the open ones.',
    zh: '其病例 {{case}} 不在当前打开的数据中。',
  },
  missingModel: {
    en: 'Its model {{model}} has no prediction of {{case}} among the open files.',
    zh: '当前打开的文件中没有模型 {{model}} 对 {{case}} 的预测。',
  },
  titleOf: { en: '{{case}}: {{structure}}', zh: '{{case}}：{{structure}}' },
  about: { en: '{{case}} · {{model}} · {{view}}', zh: '{{case}} · {{model}} · {{view}}' },

  present: { en: 'Present', zh: '演示' },
  presentFrom: { en: 'Present the scenes', zh: '演示场景' },
  presentation: { en: 'Presentation', zh: '演示' },
  leave: { en: 'Leave the presentation', zh: '退出演示' },
  previous: { en: 'Previous scene', zh: '上一个场景' },
  next: { en: 'Next scene', zh: '下一个场景' },
  place: { en: '{{number}} / {{total}}', zh: '{{number}} / {{total}}' },
  noScene: { en: 'There is no such scene.', zh: '没有这个场景。' },
  back: { en: 'Back', zh: '返回' },
  whilePresenting: { en: 'While presenting', zh: '演示时' },
  keyScene: { en: 'Previous, next scene', zh: '上一个、下一个场景' },
  keyRemote: { en: 'The same, as a remote control sends it', zh: '同上（遥控笔按键）' },
  keyNext: { en: 'Next scene', zh: '下一个场景' },
  keySlice: { en: 'Next, previous slice', zh: '下一层、上一层' },

  size: { en: '{{size}} {{unit}}', zh: '{{size}} {{unit}}' },
  lesionCounts: {
    en: '{{found}} found · {{missed}} missed · {{extra}} extra',
    zh: '检出 {{found}} · 漏检 {{missed}} · 假阳性 {{extra}}',
  },
  shift: { en: 'Contour off by', zh: '轮廓偏移' },
  factsOfSaved: {
    en: 'The picture is repainted at threshold {{threshold}}; the numbers are those of the saved map.',
    zh: '图像按阈值 {{threshold}} 重绘；数值为保存的标签图的结果。',
  },
  noNumbers: { en: 'This case has no scores yet.', zh: '该病例尚无得分。' },

  notesWindow: { en: 'Presenter notes', zh: '演示者备注' },
  notesBlocked: {
    en: 'The browser blocked the window with the notes. Allow pop-ups for this page and try again.',
    zh: '浏览器阻止了备注窗口。请允许此页面弹出窗口后重试。',
  },
  notesWaiting: {
    en: 'The notes appear here as soon as the presentation begins in the other window.',
    zh: '在另一窗口开始演示后，备注将显示在此处。',
  },
  notesEnded: { en: 'The presentation has ended.', zh: '演示已结束。' },
  noNotes: { en: 'No notes for this scene.', zh: '此场景没有备注。' },
  nextIs: { en: 'Next', zh: '下一个' },
  lastScene: { en: 'This is the last scene.', zh: '这是最后一个场景。' },
  elapsed: { en: 'Elapsed time', zh: '已用时间' },

  inReport: {
    en: 'Scenes go in with their captions and facts; presenter notes never do.',
    zh: '场景及其标题和数据会写入报告，演示者备注不会。',
  },
  reportStep: { en: 'Picture of scene {{done}} of {{total}}', zh: '正在绘制场景图像 {{done}}/{{total}}' },
});
