import { expect, test } from "vitest";
import { withoutPgpSignature } from "../../../../shared/mail/mime/clear-signed.ts";

const SIGNED = `Hi,
-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

When do you open?
- -- 
Carla
-----BEGIN PGP SIGNATURE-----

iQEz
-----END PGP SIGNATURE-----
PS`;

test("a text signed by PGP is read with its original dashes", () => {
  expect(withoutPgpSignature(SIGNED)).toBe("Hi,\nWhen do you open?\n-- \nCarla\nPS");
  expect(withoutPgpSignature(SIGNED.replaceAll("\n", "\r\n"))).toBe("Hi,\nWhen do you open?\n-- \nCarla\nPS");
});

test.each([
  "When do you open?",
  "What does -----BEGIN PGP SIGNED MESSAGE----- mean?",
  SIGNED.replace("-----BEGIN PGP SIGNATURE-----", ""),
])("nothing is removed from %j", (text) => expect(withoutPgpSignature(text)).toBe(text));
