import { LatchkeyError } from "../../shared/errors.ts";
import { withoutPublic } from "../../shared/mail/public-mailboxes.ts";

/**
 * The owner says with such a domain that its people may name each other. At a mailbox provider that is everybody.
 * @throws LatchkeyError `invalid_request`; a domain that is on a public list is no secret, so it is repeated
 */
export async function refuseProviders(formDomains: string[] = []): Promise<void> {
  const allowed = new Set(await withoutPublic(formDomains));
  const fields = formDomains.flatMap((domain, at) =>
    allowed.has(domain) ? [] : [{ field: `formDomains.${at}`, message: `${domain} gives addresses to anybody` }],
  );
  if (fields.length > 0) throw new LatchkeyError("invalid_request", { fields });
}
