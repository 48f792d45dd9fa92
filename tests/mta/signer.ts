import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";

const SELECTOR = "s1";

/** A domain with a key, which signs mails by DKIM. */
export class Signer {
  readonly keyName: string;
  readonly record: string;
  readonly privateKey: string;
  readonly #domain: string;

  constructor(domain: string) {
    // 1,024 bits, so that the record fits into one string of a TXT record.
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    this.#domain = domain;
    this.keyName = `${SELECTOR}._domainkey.${domain}`;
    this.record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
    this.privateKey = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  }

  async sign(raw: string): Promise<string> {
    const key = { signingDomain: this.#domain, selector: SELECTOR, privateKey: this.privateKey };
    const { signatures, errors } = await dkimSign(Buffer.from(raw), { ...key, signatureData: [key] });
    if (signatures === "") throw new Error(`A mail could not be signed: ${JSON.stringify(errors)}`);
    return `${signatures}${raw}`;
  }
}
