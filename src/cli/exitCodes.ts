/** How every command ends; README.md has the same table. */
export const exitCodes = {
  allDone: 0,
  toSettle: 1,
  wrongArguments: 2,
  nothingDone: 3,
  notWritten: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The table as help and README tell it. */
export const exitCodeMeanings: Record<ExitCode, string> = {
  0: 'everything was scored or checked, and nothing is to be settled',
  1: 'some was not scored (listed at the end), or something is to be settled: values that the scheme does not know, a mask that was left out, a scheme or a reconstruction that is wrong',
  2: 'wrong arguments; nothing was done',
  3: 'nothing could be scored or checked',
  4: 'an output could not be written; what was computed is kept where a folder allows it',
  130: 'interrupted (Ctrl-C); the outputs are as they were before, and scores that were computed are kept beside them',
};
