/** Ends a stream of OpenAI's kind. */
export const DONE = "[DONE]";

/**
 * The events of a stream, each its data as JSON (`DONE` as it is). What is no JSON is left out: it is a comment to keep
 * the connection open, or an event that was cut.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function* eventsOf(stream: string): Generator<unknown> {
  let data: string[] = [];
  // A carriage return alone may end a line too.
  for (const line of linesOf(stream.includes("\n") ? stream : stream.replaceAll("\r", "\n"))) {
    if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    if (line !== "" || data.length === 0) continue;
    yield* event(data);
    data = [];
  }
  // A gateway may leave out the empty line after the last event. One that was cut is no JSON.
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

/** JSON holds no line break of its own, so a long stream is walked once and never copied. */
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
