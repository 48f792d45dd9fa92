import { createHash, randomBytes } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { join } from "node:path";
import * as z from "zod";
import { isWithin } from "../../../shared/mail/address.ts";
import { readState, writeState } from "../state-file.ts";
import { AwsError } from "../wire/aws-error.ts";

const identity = z.object({
  name: z.string(),
  tokens: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  mail_from: z.string().optional(),
  on_mx_failure: z.string().default("USE_DEFAULT_VALUE"),
  forwards_feedback: z.boolean().default(true),
});
export type Identity = z.infer<typeof identity>;

/**
 * The domains that the account may send from: those of the template, which are verified from the beginning, and those that
 * are made by calls, which are verified while DNS has their three DKIM records.
 */
export class Identities {
  readonly #file: string | undefined;
  readonly #made = new Map<string, Identity>();
  readonly #ofTemplate = new Set<string>();
  readonly #dns: string | undefined;

  /** @param dns this machine's name server; without one no made identity is ever verified */
  constructor(data: string | undefined, dns: string | undefined) {
    this.#file = data === undefined ? undefined : join(data, "ses-identities.json");
    this.#dns = dns;
    const kept = this.#file === undefined ? [] : readState(this.#file, z.array(identity), []);
    for (const each of kept) this.#made.set(each.name, each);
  }

  /** The template's own. */
  addVerified(name: string): void {
    this.#ofTemplate.add(name.toLowerCase());
  }

  isOfTemplate(name: string): boolean {
    return this.#ofTemplate.has(name);
  }

  get(name: string): Identity | undefined {
    return this.#made.get(name);
  }

  /** @throws AwsError AlreadyExistsException */
  create(name: string, tags: Record<string, string>): Identity {
    if (this.#made.has(name) || this.#ofTemplate.has(name)) {
      throw new AwsError("AlreadyExistsException", `Email identity ${name} already exist.`);
    }
    const seed = randomBytes(8).toString("hex");
    const tokens = [1, 2, 3].map((at) => createHash("sha256").update(`${seed}${at}`).digest("hex").slice(0, 32));
    const made: Identity = { name, tokens, tags, on_mx_failure: "USE_DEFAULT_VALUE", forwards_feedback: true };
    this.#keep(made);
    return made;
  }

  change(made: Identity, changes: Partial<Identity>): void {
    this.#keep({ ...made, ...changes });
  }

  delete(name: string): void {
    this.#made.delete(name);
    this.#write();
  }

  async isVerified(name: string): Promise<boolean> {
    if (this.#ofTemplate.has(name)) return true;
    const made = this.#made.get(name);
    if (made === undefined || this.#dns === undefined) return false;
    const resolver = new Resolver({ timeout: 1_000, tries: 1 });
    resolver.setServers([this.#dns]);
    const found = made.tokens.map(async (token) => {
      const values = await resolver.resolveCname(`${token}._domainkey.${name}`).catch((): string[] => []);
      return values.includes(`${token}.dkim.amazonses.com`);
    });
    return (await Promise.all(found)).every(Boolean);
  }

  /** The identity by whose right mail leaves from a domain: its own, or that of a domain above it. */
  ofDomain(domain: string): string | undefined {
    const all = [...this.#ofTemplate, ...this.#made.keys()].filter((name) => isWithin(domain, name));
    return all.toSorted((a, b) => b.length - a.length)[0];
  }

  #keep(made: Identity): void {
    this.#made.set(made.name, made);
    this.#write();
  }

  #write(): void {
    if (this.#file !== undefined) writeState(this.#file, [...this.#made.values()]);
  }
}
