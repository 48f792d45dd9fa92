import type { Failure, Protocol } from "./protocol.ts";

/**
 * The failure that a demo key's name requests, for its check and for every mail: `sk-demo-bad-alice` is rejected,
 * `AIza-demo-nocredit-bob` has no credit, and the provider is down for `sk-ant-demo-down-bob`.
 */
export function failureForKey(key: string, { badKey, noCredit }: Protocol): Failure | undefined {
  if (key.includes("-bad-")) return badKey;
  if (key.includes("-nocredit-")) return noCredit;
  if (key.includes("-down-")) return { status: 503, message: "The provider is down.", code: undefined };
  return undefined;
}
