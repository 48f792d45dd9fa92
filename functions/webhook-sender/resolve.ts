import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "../../shared/webhooks/target/special-addresses.ts";
import { hostOf, isThisMachine, type TargetRules, targetFault } from "../../shared/webhooks/target/target-url.ts";
import { CallError } from "./call-error.ts";

export type Address = { address: string; family: 4 | 6 };

/** Looks names up. It asks DNS alone, so no file of this machine can give a name an address. */
export type LookUp = (host: string) => Promise<Address[]>;

/** DNS answers of the errors that mean: there is no such name, or it has no address. */
const NO_SUCH_NAME = ["ENOTFOUND", "ENODATA", "EBADNAME"];

/** @param servers where to ask in place of the system's name servers, as `address:port` */
export function lookUpWith(servers?: string[]): LookUp {
  return async (host) => {
    const resolver = new Resolver({ timeout: 2_000, tries: 2 });
    if (servers !== undefined) resolver.setServers(servers);
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [
      ...(v4.status === "fulfilled" ? v4.value.map((address): Address => ({ address, family: 4 })) : []),
      ...(v6.status === "fulfilled" ? v6.value.map((address): Address => ({ address, family: 6 })) : []),
    ];
    if (found.length > 0) return found;
    const isMissing = [v4, v6].some((one) => one.status === "rejected" && NO_SUCH_NAME.includes(codeOf(one.reason)));
    throw new CallError(isMissing ? "no_such_name" : "name_server");
  };
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** What decides which addresses may be called; tests name others than the public ones. */
export type Reach = TargetRules & { lookUp: LookUp; isAllowed?: ((address: string) => boolean) | undefined };

/**
 * The addresses to connect to, looked up and checked at the moment of the call. The connection goes to one of these and
 * no name is looked up again, so a name that changes in between changes nothing.
 * @throws CallError `bad_url`, `refused_address` if any of its addresses is not public, `no_such_name`, `name_server`
 */
export async function addressesOf(url: URL, reach: Reach): Promise<Address[]> {
  if (targetFault(url.href, reach) !== undefined) throw new CallError("bad_url");
  const host = hostOf(url);
  if (reach.localTargets && isThisMachine(host)) {
    return [host === "::1" ? { address: host, family: 6 } : { address: "127.0.0.1", family: 4 }];
  }
  const family = isIP(host);
  const found: Address[] = family === 0 ? await reach.lookUp(host) : [{ address: host, family: family === 4 ? 4 : 6 }];
  const isAllowed = reach.isAllowed ?? isPublicAddress;
  if (!found.every(({ address }) => isAllowed(address))) throw new CallError("refused_address");
  return found;
}
