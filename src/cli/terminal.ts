let isSpeakingAside = false;
const closed = new Set<NodeJS.WriteStream>();

/** Leaves stdout to an output that a person sent there; what is said goes to stderr. */
export function speakAside(): void {
  isSpeakingAside = true;
}

/** A reader that left (`| head -1`) or a full disk ends the printing, not the work. */
export function bearClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => closed.add(stream));
}

export function say(line: string): void {
  print(isSpeakingAside ? process.stderr : process.stdout, line);
}

export function warn(line: string): void {
  print(process.stderr, line);
}

function print(stream: NodeJS.WriteStream, line: string): void {
  if (!closed.has(stream)) stream.write(`${printable(line)}\n`);
}

/**
 * One line as a terminal may show it: names of files and cases can hold control characters that would move the
 * cursor, and marks that turn the direction of what follows; they are written as \x1b, \u202e.
 */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`;
  });
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** Why the system refused, in its own words without codes and calls: "no space left on device". */
export function systemReason(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return /^E[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
