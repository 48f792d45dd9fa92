import * as z from "zod/mini";
import { LatchkeyError } from "../errors.ts";

/** The addresses of an agent other than its first. */
export const otherAddresses = z.array(
  z.object({
    address: z.string(),
    /** When the owner lets it end; missing while it has no end. */
    ends_at: z.optional(z.string()),
  }),
);

/** An agent's addresses. `address` is the first one: it is shown, and what the agent begins leaves from it. */
export type AddressList = { address: string; other_addresses: z.infer<typeof otherAddresses> };

/** With those that are about to end. */
export const MAX_ADDRESSES = 10;

export const DAY_MS = 24 * 3_600_000;

/** All of them with their ends, the first one first. */
export function allOf({ address, other_addresses }: AddressList): z.infer<typeof otherAddresses> {
  return [{ address }, ...other_addresses];
}

/** Those that lead to the agent at this time, the first one first. */
export function liveOf(list: AddressList, now: Date): string[] {
  return allOf(live(list, now)).map(({ address }) => address);
}

/**
 * The address that an answer leaves from: the one that the mail came to, or the first one where that has ended since,
 * because what is written back to it would reach nobody.
 */
export function replyAddress(list: AddressList, recipient: string, now: Date): string {
  return liveOf(list, now).includes(recipient) ? recipient : list.address;
}

/** @throws LatchkeyError `limit_reached` */
export function withAddress(list: AddressList, address: string, isFirst: boolean, now: Date): AddressList {
  const { address: first, other_addresses } = live(list, now);
  if (other_addresses.length + 2 > MAX_ADDRESSES) {
    throw new LatchkeyError("limit_reached", {
      detail: `An agent has ${MAX_ADDRESSES} addresses at most, with those that are about to end. Delete one first.`,
    });
  }
  if (isFirst) return { address, other_addresses: [{ address: first }, ...other_addresses] };
  return { address: first, other_addresses: [...other_addresses, { address }] };
}

/** @throws LatchkeyError `not_found` for one that is not the agent's, or has ended */
export function withFirst(list: AddressList, first: string, now: Date): AddressList {
  const kept = live(list, now);
  if (first === kept.address) return kept;
  if (!kept.other_addresses.some(({ address }) => address === first)) throw new LatchkeyError("not_found");
  const others = kept.other_addresses.filter(({ address }) => address !== first);
  return { address: first, other_addresses: [{ address: kept.address }, ...others] };
}

/** @param ends_at undefined to let it go on without an end. @throws LatchkeyError `not_found`, or `conflict` for the first one */
export function withEnd(list: AddressList, address: string, ends_at: string | undefined, now: Date): AddressList {
  refuseFirst(list, address);
  const kept = live(list, now);
  if (!kept.other_addresses.some((each) => each.address === address)) throw new LatchkeyError("not_found");
  const other_addresses = kept.other_addresses.map((each) =>
    each.address === address ? { address, ...(ends_at !== undefined && { ends_at }) } : each,
  );
  return { ...kept, other_addresses };
}

/** Also of one that has ended. @throws LatchkeyError `not_found`, or `conflict` for the first one */
export function withoutAddress(list: AddressList, address: string, now: Date): AddressList {
  refuseFirst(list, address);
  if (!list.other_addresses.some((each) => each.address === address)) throw new LatchkeyError("not_found");
  const kept = live(list, now);
  return { ...kept, other_addresses: kept.other_addresses.filter((each) => each.address !== address) };
}

/**
 * Puts a new address in the place of an old one, which goes on until `ends_at`: "now" ends it at once, undefined never.
 * @throws LatchkeyError `not_found`, `limit_reached`
 */
export function withReplaced(
  list: AddressList,
  old: string,
  { address, ends_at }: { address: string; ends_at: string | "now" | undefined },
  now: Date,
): AddressList {
  if (!liveOf(list, now).includes(old)) throw new LatchkeyError("not_found");
  const isFirst = old === list.address;
  // Its place is free at once, so an agent with as many as it may have can still change one.
  const room = ends_at === "now" && !isFirst ? withoutAddress(list, old, now) : list;
  if (ends_at === "now" && isFirst) return { ...live(list, now), address };
  const grown = withAddress(room, address, isFirst, now);
  return ends_at === "now" ? grown : withEnd(grown, old, ends_at, now);
}

/** Without those that have ended. */
function live({ address, other_addresses }: AddressList, now: Date): AddressList {
  const at = now.toISOString();
  return { address, other_addresses: other_addresses.filter(({ ends_at }) => ends_at === undefined || at < ends_at) };
}

function refuseFirst(list: AddressList, address: string): void {
  if (address !== list.address) return;
  throw new LatchkeyError("conflict", {
    detail: "This is the agent's first address. Make another one the first, or replace it.",
  });
}
