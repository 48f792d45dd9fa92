import { LatchkeyError } from "../errors.ts";
import type { AddressClaims } from "./address-claims.ts";
import { formFault, readWish, type Wish } from "./address-form.ts";

/** The domains on which an owner may have addresses. */
export type Domains = {
  /** The one that all owners share. */
  shared: string;
  /** True for a domain that this owner has proved to be theirs. No rule about other owners' names holds there. */
  isOwn: (userId: string, domain: string) => Promise<boolean>;
};

/**
 * Why an owner cannot have an address. `form`: nobody could. `domain`: it is on a domain that is not theirs. `reserved`: it
 * would speak for the operator. `taken`, `misleading`: it is, or looks like, another owner's, now or in the past. `yours`:
 * it leads to an agent of theirs.
 */
export type Unfit = {
  reason: "form" | "domain" | "reserved" | "taken" | "misleading" | "yours";
  message: string;
};

const TOLD = {
  taken: "Somebody else has this address, or had it once. Choose another name.",
  misleading:
    "It looks too much like an address that somebody else has or had: dots, hyphens, doubled letters and digits in place of letters make no difference. Choose another name.",
  yours: "This address leads to an agent of yours already.",
} as const;

/** What can be said without a look at anybody's addresses. */
export async function unfit(userId: string, wish: Wish, domains: Domains): Promise<Unfit | undefined> {
  const isShared = wish.domain === domains.shared;
  const fault = formFault(wish, isShared);
  if (fault !== undefined) return { reason: "form", message: `The name ${fault}.` };
  if (!isShared) {
    const isOwn = await domains.isOwn(userId, wish.domain);
    return isOwn ? undefined : { reason: "domain", message: `Addresses end in @${domains.shared} here.` };
  }
  // The names of many languages in it are of no use to other calls.
  const { reservedBy } = await import("./reserved.ts");
  const source = reservedBy(wish.local);
  if (source === undefined) return undefined;
  return {
    reason: "reserved",
    message: `This name would be taken for the people who run ${domains.shared}, or for a machine (${source}). Put your company's name into it, such as support-acme.`,
  };
}

/** Why this owner cannot claim the address; undefined if it is free for them. */
export async function refusal(userId: string, address: string, claims: AddressClaims): Promise<Unfit | undefined> {
  const reason = await claims.faultOf(userId, address);
  return reason && { reason, message: TOLD[reason] };
}

/** The address that an owner asks for. @throws LatchkeyError for one that nobody, or not this owner, may have */
export async function fitAddress(userId: string, asked: string, domains: Domains): Promise<string> {
  const wish = readWish(asked, domains.shared);
  const found = await unfit(userId, wish, domains);
  if (found !== undefined) throw refused(found);
  return wish.address;
}

export function refused({ reason, message }: Unfit): LatchkeyError {
  if (reason === "form" || reason === "domain") {
    return new LatchkeyError("invalid_request", { fields: [{ field: "address", message }] });
  }
  if (reason === "yours") return new LatchkeyError("conflict", { detail: message });
  return new LatchkeyError(`address_${reason}`, { detail: message });
}
