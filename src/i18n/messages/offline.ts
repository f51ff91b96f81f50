import { defineMessages } from '../message';

export const offline = defineMessages({
  newVersion: { en: 'Reload for the new version', zh: '重新加载以使用新版本' },
});
