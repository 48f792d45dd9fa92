/** What a check has to say to the person at the keyboard: what is so, and if it is not well, what to do about it. */
export type Finding = { level: Level; text: string };

/**
 * `stop`: going on would break something or fail late. `todo`: a person has to do it. `note`: to know.
 * `unseen`: AWS did not let us look. `ok`: nothing.
 */
type Level = "ok" | "note" | "unseen" | "todo" | "stop";

export const ok = (text: string): Finding => ({ level: "ok", text });
export const note = (text: string): Finding => ({ level: "note", text });
export const todo = (text: string): Finding => ({ level: "todo", text });
export const stop = (text: string): Finding => ({ level: "stop", text });

const MARKS: Record<Level, string> = { ok: "ok   ", note: "note ", unseen: "?    ", todo: "to do", stop: "STOP " };

export function lineOf({ level, text }: Finding): string {
  return `${MARKS[level]}  ${text}`;
}

/**
 * Runs one check. What AWS refuses ends neither the command nor the other checks: it is said, with AWS's own name for it.
 * @param what what could not be looked at, such as "SES's account"
 */
export async function look(what: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The SDK adds a line for programmers.
    const [sentence] = error.message.split("\n", 1);
    return [{ level: "unseen", text: `${what} could not be looked at: ${error.name}: ${sentence}` }];
  }
}

/** True for an error that AWS calls by one of these names. */
export function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
