export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** @param part from 0 (the least) to 1 (the greatest) */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}

/** Three significant digits, without an exponent. */
export function show(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** The median, and the least and the greatest where there is more than one. */
export function withSpread(numbers: readonly number[]): string {
  const middle = show(median(numbers));
  return numbers.length > 1 ? `${middle} (${show(quantile(numbers, 0))} – ${show(quantile(numbers, 1))})` : middle;
}

/** How much `y` grows with each `x`, by least squares. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const over = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
