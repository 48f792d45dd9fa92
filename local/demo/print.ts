/** Prints one step of the demo. */
export function step(text: string): void {
  console.log(`\n${text}`);
}

export function line(text: string): void {
  console.log(`   ${text}`);
}

/** Prints rows under their headings. Each column is as wide as its widest cell. */
export function table(headings: string[], rows: string[][]): void {
  const widths = headings.map((heading, i) => Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const print = (row: string[]) =>
    line(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  print(headings);
  print(widths.map((width) => "-".repeat(width)));
  for (const row of rows) print(row);
}

/** Throws unless `ok`. The demo ends at the first promise that is broken. */
export function check(ok: boolean, promise: string): void {
  if (!ok) throw new Error(`This should hold and does not: ${promise}`);
  line(`ok: ${promise}`);
}
