/** One header field: the name in lower case, the value unfolded and not yet decoded. */
export type Header = { name: string; value: string };

/** The values of every field of that name, in the order of the mail. */
export function headerValues(headers: Header[], name: string): string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}

/**
 * The first word of a structured value in lower case, without comments and parameters: `No (human); x=y` gives `no`.
 */
export function keyword(value: string): string {
  return (withoutComments(value).split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** RFC 5322, 3.2.2: comments nest, and a backslash quotes the next character. */
export function withoutComments(value: string): string {
  let kept = "";
  let depth = 0;
  for (let i = 0; i < value.length; i++) {
    const char = value.charAt(i);
    if (char === "\\" && depth > 0) i++;
    else if (char === "(") depth++;
    else if (char === ")" && depth > 0) depth--;
    else if (depth === 0) kept += char;
  }
  return kept;
}
