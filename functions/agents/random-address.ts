import { randomId } from "../../shared/ids.ts";

/** 50 random bits. A stranger who tries a thousand addresses a second needs two weeks to find one of a million. */
const LENGTH = 10;

/** How many random names are tried. Hardly ever does one look like another owner's. */
export const RANDOM_TRIES = 5;

/** An address that tells strangers nothing about its agent. */
export function randomAddress(domain: string): string {
  return `${randomId(LENGTH)}@${domain}`;
}
