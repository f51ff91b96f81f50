import { defineMessages } from '../message';

export const app = defineMessages({
  tagline: {
    en: 'Why nested regions and rebuilt labels score differently',
    zh: '嵌套区域与重建标签的得分为何不同',
  },
  privacy: { en: 'Nothing leaves this machine.', zh: '所有数据都留在本机。' },
  openDemo: { en: 'Open the demo', zh: '打开演示数据' },
  chooseFolder: { en: 'Choose a folder', zh: '选择文件夹' },
  replaceFile: { en: 'Choose another file for it …', zh: '另选文件替换…' },
  replaceFileHint: {
    en: 'Takes the place of this file until its folder is opened again; everything else stays',
    zh: '暂时替换此文件，直到重新打开其文件夹；其他内容保持不变',
  },
  chooseFiles: { en: 'Choose files', zh: '选择文件' },
  dropHere: {
    en: 'Drop a folder with reference, predictions and images',
    zh: '将包含参考标注、预测和图像的文件夹拖到这里',
  },
  dropNow: { en: 'Drop to open', zh: '松开即可打开' },
  dropScores: {
    en: 'or a scores file (.json) that was saved before',
    zh: '或之前保存的得分文件（.json）',
  },
  layouts: { en: 'Layouts that are recognised', zh: '可识别的目录结构' },
  layoutNnunet: {
    en: 'nnU-Net: labelsTr, imagesTr, predictions_<model>, dataset.json',
    zh: 'nnU-Net：labelsTr、imagesTr、predictions_<模型>、dataset.json',
  },
  layoutBrats: {
    en: 'BraTS: <case>/<case>-seg.nii.gz, -t1c, -t1n, -t2w, -t2f',
    zh: 'BraTS：<病例>/<病例>-seg.nii.gz、-t1c、-t1n、-t2w、-t2f',
  },
  layoutSample: {
    en: 'images/<case>/<case>_seg.nii.gz with predictions/<model>/<case>/<case>_pred.nii.gz',
    zh: 'images/<病例>/<病例>_seg.nii.gz 与 predictions/<模型>/<病例>/<病例>_pred.nii.gz',
  },
  layoutFlat: {
    en: 'Flat folders of <case>.nii.gz with equal names',
    zh: '文件名相同的平铺文件夹：<病例>.nii.gz',
  },
  cases_one: { en: '{{count}} case', zh: '{{count}} 个病例' },
  cases_other: { en: '{{count}} cases', zh: '{{count}} 个病例' },
  models_one: { en: '{{count}} model', zh: '{{count}} 个模型' },
  models_other: { en: '{{count}} models', zh: '{{count}} 个模型' },
  cohort: { en: 'Cohort', zh: '队列' },
  start: { en: 'Start', zh: '起始页' },
  scheme: { en: 'Scheme', zh: '方案' },
  schemeIs: { en: 'Scheme: {{name}}', zh: '方案：{{name}}' },
  noScheme: { en: 'not chosen', zh: '未选择' },
  convention: { en: 'Convention', zh: '约定' },
  conventionHint: {
    en: 'How empty structures count. nnU-Net: both empty gives no number, one empty gives 0. BraTS: both empty counts as Dice 1.',
    zh: '空结构的计分方式。nnU-Net：两者皆空则无数值，一方为空记 0。BraTS：两者皆空记 Dice 1。',
  },
  switchLanguage: { en: 'Switch to {{name}}', zh: '切换为 {{name}}' },
  switchColors: { en: 'Switch between dark and light', zh: '切换深色与浅色' },
  saveJson: { en: 'Save scores (JSON)', zh: '保存得分（JSON）' },
  saveCsvHint: {
    en: 'Every case and model with marks and attributes, whatever the table is filtered by',
    zh: '所有病例与模型，含标记和属性，不受表格筛选影响',
  },
  saveCsv: { en: 'Save table (CSV)', zh: '保存表格（CSV）' },
  addFiles: { en: 'Add a folder', zh: '添加文件夹' },
  makingDemo: { en: 'Making demo case {{done}} of {{total}}', zh: '正在生成演示病例 {{done}}/{{total}}' },
  readingNames: { en: 'Reading the list of files', zh: '正在读取文件列表' },
  readingScores: { en: 'Reading the scores file {{file}}', zh: '正在读取得分文件 {{file}}' },
  scoring: {
    en: 'Scoring case {{done}} of {{total}}: {{file}}',
    zh: '正在评分 {{done}}/{{total}}：{{file}}',
  },
  cancelled: {
    en: 'Scoring was stopped: {{missing}} of {{total}} cases have no scores yet.',
    zh: '评分已停止：{{total}} 个病例中有 {{missing}} 个尚无得分。',
  },
  resume: { en: 'Score the rest', zh: '为其余病例评分' },
  filterCases: { en: 'Filter cases', zh: '筛选病例' },
  noCases: { en: 'No case matches the filter.', zh: '没有符合筛选条件的病例。' },
  failed: { en: 'failed', zh: '失败' },
  crashed: { en: 'This view has failed', zh: '此视图出错' },
  crashedHint: {
    en: 'This is a bug in RegionLens, not in your files; scores and everything you entered are kept. Please report the message below.',
    zh: '这是 RegionLens 的程序错误，与您的文件无关；得分和您输入的内容都已保留。请将下面的信息反馈给我们。',
  },
  backToCohort: { en: 'Back to the cohort', zh: '返回队列' },
  waiting: { en: 'waiting', zh: '等待中' },
});
