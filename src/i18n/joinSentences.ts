/** Sentences as one paragraph: a space between them, none after a Chinese full stop. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) => {
    if (text === '' || /[。！？；]$/.test(text)) return text + sentence;
    return `${text} ${sentence}`;
  }, '');
}
