import { defineMessages } from '../message';

export const session = defineMessages({
  lastHere: { en: 'Where you left off', zh: '上次的工作' },
  continue: { en: 'Continue', zh: '继续' },
  continueNamed: { en: 'Continue {{name}}', zh: '继续“{{name}}”' },
  earlier: { en: 'Earlier sessions', zh: '更早的会话' },
  restoring: {
    en: 'Bringing back {{file}}: {{done}} of {{total}} entries',
    zh: '正在恢复“{{file}}”：{{done}}/{{total}} 条',
  },
  unnamed: { en: 'Cohort without a name', zh: '未命名队列' },
  demo: { en: 'Demo', zh: '演示数据' },
  lastOpened: { en: 'last opened {{when}}', zh: '上次打开：{{when}}' },
  partlyScored: { en: '{{done}} of {{total}} scored', zh: '已评分 {{done}}/{{total}}' },
  remove: { en: 'Forget {{name}}', zh: '删除“{{name}}”' },
  forgetAll: { en: 'Forget everything', zh: '清除全部记录' },
  forgetAllTitle: { en: 'Forget everything?', zh: '要清除全部记录吗？' },
  forgetAllText: {
    en: 'Scores, marks, notes, roles and the names of your files are removed from this browser, for all sessions. The files themselves are not touched. This cannot be undone.',
    zh: '此浏览器中保存的所有会话的得分、标记、备注、文件角色和文件名都将被删除。文件本身不受影响。此操作无法撤销。',
  },
  removeTitle: { en: 'Forget {{name}}?', zh: '要删除“{{name}}”吗？' },
  removeText: {
    en: 'Its scores, marks and notes are removed from this browser. The files themselves are not touched. This cannot be undone.',
    zh: '其得分、标记和备注将从此浏览器中删除。文件本身不受影响。此操作无法撤销。',
  },
  forget: { en: 'Forget', zh: '删除' },
  kept: {
    en: 'Sessions stay in this browser: names, scores, marks and notes, never images.',
    zh: '会话保存在此浏览器中：仅文件名、得分、标记和备注，绝不保存图像。',
  },
  filesClosed: {
    en: 'Everything from last time is here. Pictures and new scores need the files.',
    zh: '上次的结果都在。查看图像和重新评分需要打开文件。',
  },
  openFolderAgain: { en: 'Open the folder again', zh: '重新打开文件夹' },
  partFilesClosed_one: {
    en: '{{count}} file of this session is not open.',
    zh: '此会话有 {{count}} 个文件尚未打开。',
  },
  partFilesClosed_other: {
    en: '{{count}} files of this session are not open.',
    zh: '此会话有 {{count}} 个文件尚未打开。',
  },
  pause: { en: 'Pause', zh: '暂停' },
  resume: { en: 'Resume', zh: '继续' },
  paused: { en: 'Paused', zh: '已暂停' },
  save: { en: 'Save session', zh: '保存会话' },
  saveHint: {
    en: 'One file with scores, roles, marks, notes and view. Drop it on this page to go on, here or on another machine.',
    zh: '一个包含得分、文件角色、标记、备注和视图的文件。将其拖到此页面即可在本机或其他机器上继续。',
  },
  storageUnavailable: {
    en: 'This browser keeps nothing from this visit, as in a private window. Everything works, but save the session to a file before you close the page.',
    zh: '此浏览器不保存本次访问的内容（例如无痕窗口）。功能不受影响，但请在关闭页面前将会话保存为文件。',
  },
  storageFull: {
    en: 'The browser has no room left to keep this session. Everything works, but save it to a file before you close the page, or forget earlier sessions.',
    zh: '浏览器的存储空间已满，无法保存此会话。功能不受影响，但请在关闭页面前将其保存为文件，或删除更早的会话。',
  },
  storageSilent: {
    en: 'The storage of this browser does not answer, so that earlier sessions cannot be shown and nothing is kept for now. Everything works without it; save the session to a file before you close the page.',
    zh: '此浏览器的存储没有响应，因此无法显示以前的会话，目前也无法保存任何内容。其他功能不受影响；请在关闭页面前将会话保存为文件。',
  },
  goOnWithout: { en: 'Go on without it', zh: '不使用存储，继续' },
  otherTab: {
    en: 'This session is open in another tab, too. Marks, notes, scenes, ratings and the scheme appear in both; of the same entry the newest counts.',
    zh: '此会话也在另一个标签页中打开。标记、备注、场景、评分和标签方案的更改会同时出现在两处；同一条目以最新的为准。',
  },
  taken_one: { en: 'Taken over from there: {{count}} change.', zh: '已从该处同步 {{count}} 项更改。' },
  taken_other: { en: 'Taken over from there: {{count}} changes.', zh: '已从该处同步 {{count}} 项更改。' },
  otherFiles: {
    en: 'Files or their roles were changed there: load this tab anew to see that.',
    zh: '该处更改了文件或文件角色：请重新加载此标签页查看。',
  },
  forgottenElsewhere: {
    en: 'What was open here was forgotten in another tab. This tab was emptied, and nothing of it is written any more.',
    zh: '此处打开的内容已在另一个标签页中清除。此标签页已清空，不会再写入其中任何内容。',
  },
  storageDetail: {
    en: 'The browser says: {{detail}}. It is tried again every few seconds.',
    zh: '浏览器提示：{{detail}}。每隔几秒会自动重试。',
  },
  notStored: {
    en: 'Not yet stored in this browser; tried again every few seconds.',
    zh: '尚未保存到此浏览器，每隔几秒自动重试。',
  },
});
