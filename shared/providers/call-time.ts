/**
 * The longest that one call may take, in milliseconds. Node's fetch waits five minutes for an answer's first byte, and a model
 * that thinks for four is given time to write. docs/decisions/0036-a-call-may-take-five-minutes.md
 */
export const CALL_MS = 295_000;
