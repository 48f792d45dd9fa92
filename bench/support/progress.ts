const begun = performance.now();

/** One line to stderr that says what is done now; on a terminal it replaces the line before. */
export function progress(text: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0).padStart(5);
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${seconds} s  ${text}` : `${seconds} s  ${text}\n`);
}

/** Said first, so that nobody waits for a bench that takes an hour without knowing it. */
export function announce(command: string, minutes: number): void {
  const long = minutes < 1 ? "less than a minute" : `about ${Math.ceil(minutes)} min`;
  progress(`${command} takes ${long} on a quiet machine`);
}
