import { vi } from "vitest";
import * as z from "zod";

const line = z.looseObject({ event: z.string() });
export type LoggedLine = z.infer<typeof line>;

/** Catches what the code under test writes to its log, until `restore`. */
export function catchLog() {
  const text: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((written) => {
    text.push(String(written));
    return true;
  });
  const all = () => text.join("").split("\n");
  return {
    text: () => text.join(""),
    /** The JSON lines of one event. */
    of: (event: string): LoggedLine[] =>
      all()
        .filter((it) => it.startsWith("{"))
        .map((it) => line.parse(JSON.parse(it)))
        .filter((it) => it.event === event),
    restore: () => spy.mockRestore(),
  };
}
