/** The place in a scores file that is missing or does not fit; readScores turns it into a problem. */
export class NotAScoresFile extends Error {}
