import { readTagged } from "../mail/tag.ts";
import { RESERVED_NAMES } from "./reserved-names.ts";

const OPERATORS = new Set(RESERVED_NAMES.flatMap(({ name, toOperator }) => (toOperator ? [name] : [])));

/** The role address of the mail domain that a recipient is, without a tag: `abuse@`. Undefined for any other. */
export function roleAddress(recipient: string, mailDomain: string): string | undefined {
  const ours = readTagged(recipient);
  const [local = "", domain] = ours?.address.split("@") ?? [];
  return domain === mailDomain && OPERATORS.has(local) ? ours?.address : undefined;
}
