/** The last event of an OpenAI stream. */
export const DONE = "[DONE]";

/**
 * The events of a stream, each parsed as JSON (`DONE` as it is). Anything else is skipped: a comment that keeps the
 * connection open, or an event that was cut off.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function* parseEvents(stream: string): Generator<unknown> {
  let data: string[] = [];
  // A bare carriage return may also end a line.
  for (const line of linesOf(stream.includes("\n") ? stream : stream.replaceAll("\r", "\n"))) {
    if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    if (line !== "" || data.length === 0) continue;
    yield* event(data);
    data = [];
  }
  // A gateway may omit the empty line after the last event. An event that was cut off is not valid JSON.
  yield* event(data);
}

function* event(data: string[]): Generator<unknown> {
  const text = data.join("\n");
  if (text.trim() === DONE) return yield DONE;
  try {
    yield JSON.parse(text);
  } catch {
    // See above.
  }
}

/** JSON contains no raw line break, so a long stream is walked once and never copied. */
function* linesOf(stream: string): Generator<string> {
  let from = 0;
  while (from < stream.length) {
    const end = stream.indexOf("\n", from);
    const line = stream.slice(from, end === -1 ? stream.length : end);
    yield line.endsWith("\r") ? line.slice(0, -1) : line;
    if (end === -1) return;
    from = end + 1;
  }
}
