import type { ServerResponse } from "node:http";
import type { StreamEvent } from "./protocol.ts";
import type { ScriptedAnswer } from "./script.ts";

/** At most ten pieces that make up the text, as a model streams them. */
export function splitText(text: string): string[] {
  const size = Math.max(Math.ceil(text.length / 10), 1);
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

/** Sends all events, or only the first half if the script says that the answer breaks off. */
export function sendStream(
  response: ServerResponse,
  events: StreamEvent[],
  { status = 200, headers = {}, breaks_off }: ScriptedAnswer,
): void {
  response.writeHead(status, { "content-type": "text/event-stream", ...headers });
  const sent = breaks_off === undefined ? events : events.slice(0, Math.ceil(events.length / 2));
  const text = sent.map(eventText).join("");
  if (breaks_off === undefined) response.end(text);
  else response.write(text, () => breaks_off === "connection" && response.destroy());
}

export function eventText({ event, data }: StreamEvent): string {
  const name = event === undefined ? "" : `event: ${event}\n`;
  return `${name}data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
}
