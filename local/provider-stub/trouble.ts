import type { Failure, Protocol } from "./protocol.ts";

/**
 * The trouble that a demo key's name causes, in its check and for every mail: `sk-demo-bad-alice` is rejected,
 * `AIza-demo-nocredit-bob` has no credit, and the provider is down for `sk-ant-demo-down-bob`.
 */
export function troubleOf(key: string, { badKey, noCredit }: Protocol): Failure | undefined {
  if (key.includes("-bad-")) return badKey;
  if (key.includes("-nocredit-")) return noCredit;
  if (key.includes("-down-")) return { status: 503, message: "The provider is down.", code: undefined };
  return undefined;
}
