/** The first `max` UTF-16 code units of a text, or one fewer to keep a surrogate pair whole. */
export function cutText(text: string, max: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= max) return whole;
  const part = whole.slice(0, max);
  return part.isWellFormed() ? part : part.slice(0, -1);
}
