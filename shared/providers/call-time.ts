/**
 * The longest time for one call, in milliseconds. Node's fetch waits five minutes for the first byte of an answer, and
 * a model that thinks for four minutes still needs time to write. docs/decisions/0036-a-call-may-take-five-minutes.md
 */
export const CALL_MS = 295_000;
