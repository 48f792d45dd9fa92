import { Resolver } from "node:dns/promises";
import type { WantedRecord } from "./records.ts";

/** What one name server said about one name: all its records of the type, none, or nothing that can be relied on. */
export type DnsAnswer = string[] | "failed";

/** Asks every name server of its list about one record. */
export type AskDns = (record: Pick<WantedRecord, "name" | "type">) => Promise<DnsAnswer[]>;

// A whole check must fit into a call of the API.
const TRY_MS = 1_500;
const TRIES = 2;

/** How c-ares says that the name, or a record of that type, is certainly not there. All else may be a fault on the way. */
const NOT_THERE = ["ENOTFOUND", "ENODATA"];

/**
 * Asks each of `servers` (`1.1.1.1` or `127.0.0.1:5353`) for itself, so that one stale or lying answer is not enough for
 * anything. The resolver follows CNAMEs and puts the strings of a TXT record together.
 */
export function dnsOf(servers: readonly string[]): AskDns {
  const resolvers = servers.map((server) => {
    const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
    resolver.setServers([server]);
    return resolver;
  });
  return (record) => Promise.all(resolvers.map((resolver) => answerOf(resolver, record)));
}

async function answerOf(resolver: Resolver, { name, type }: Pick<WantedRecord, "name" | "type">): Promise<DnsAnswer> {
  try {
    switch (type) {
      case "TXT":
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(""));
      case "MX":
        return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
      case "CNAME":
        return await resolver.resolveCname(name);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return NOT_THERE.includes(code) ? [] : "failed";
  }
}
