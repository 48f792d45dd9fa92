/** The result of one check for the person at the terminal: the state, and the remedy if there is a fault. */
export type Finding = { level: Level; text: string };

/**
 * `stop`: continuing would break something or fail late. `todo`: a person has to do it. `note`: for information.
 * `unseen`: AWS did not let us look. `ok`: no fault.
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
 * Runs one check. If AWS refuses a call, the other checks still run, and the finding names AWS's error.
 * @param what the thing that is looked at, such as "SES's account"
 */
export async function look(what: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The SDK appends a line that is meant for programmers.
    const [sentence] = error.message.split("\n", 1);
    return [{ level: "unseen", text: `${what} could not be looked at: ${error.name}: ${sentence}` }];
  }
}

/** True for an AWS error with one of these names. */
export function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
