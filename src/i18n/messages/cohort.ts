import { defineMessages } from '../message';

/** The cohort screen: table, charts, subgroups, triage. */
export const cohort = defineMessages({
  tabTable: { en: 'Table & charts', zh: '表格与图表' },
});
