import { generateKeyPairSync } from "node:crypto";
import { sealMessage } from "mailauth/lib/arc/index.js";
import type { Keys } from "../../shared/forwarding/verify-chain.ts";

/** A server with a key of its own, as a forwarder or a sender has one. */
export class SealingHost {
  readonly domain: string;
  readonly keyName: string;
  readonly record: string;
  readonly #privateKey: string;

  constructor(domain: string, type: "rsa" | "ed25519" = "rsa", modulusLength = 1024) {
    const { publicKey, privateKey } =
      type === "rsa" ? generateKeyPairSync(type, { modulusLength }) : generateKeyPairSync(type);
    this.domain = domain;
    this.keyName = `s1._domainkey.${domain}`;
    const der = publicKey.export({ type: "spki", format: "der" });
    this.record = `v=DKIM1; k=${type}; p=${(type === "rsa" ? der : der.subarray(-32)).toString("base64")}`;
    this.#privateKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }

  /** The mail with a set of this host on top. `found`: what the host says it found of the mail. */
  async seal(mail: string, found: string, cv: "none" | "pass" = "none"): Promise<string> {
    const sets = await sealMessage(Buffer.from(mail, "latin1"), {
      ...{ signingDomain: this.domain, selector: "s1", privateKey: this.#privateKey, cv },
      authResults: `mx.${this.domain};\r\n ${found}`,
    });
    return `${sets.toString("latin1")}${mail}`;
  }
}

/** What DNS has of these hosts. */
export function keysOf(...hosts: SealingHost[]): Keys {
  return Object.fromEntries(hosts.map(({ keyName, record }) => [keyName, [record]]));
}

/** A customer's mail to the owner's mailbox. */
export function customersMail(headers: string[] = []): string {
  const lines = [
    "From: Carol <carol@customer.example>",
    "To: support@acme.example",
    "Subject: Opening hours",
    "Message-ID: <c1@customer.example>",
    "Date: Mon, 23 Nov 2026 12:00:00 +0000",
    ...headers,
  ];
  return `${lines.join("\r\n")}\r\n\r\nWhen do you open?\r\n`;
}
