const compiled = new Map<string, RegExp>();

/** IAM's `*` (any characters, or none) and `?` (exactly one); everything else stands for itself. */
export function matchesWildcard(pattern: string, value: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const body = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*+/g, ".*")
      .replaceAll("?", ".");
    expression = new RegExp(`^${body}$`, "s");
    compiled.set(pattern, expression);
  }
  return expression.test(value);
}

/** As `matchesWildcard`, but a `*` does not reach over the first five colons (ArnLike and ArnEquals). */
export function matchesArn(pattern: string, value: string): boolean {
  const patterns = arnParts(pattern);
  const values = arnParts(value);
  return patterns.length === values.length && patterns.every((part, at) => matchesWildcard(part, values[at] ?? ""));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), ...(parts.length > 5 ? [parts.slice(5).join(":")] : [])];
}
