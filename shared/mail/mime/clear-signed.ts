const BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
const SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
const END = "-----END PGP SIGNATURE-----";

/** Returns a text signed by PGP without MIME (RFC 9580, 7) as it was before signing. The signature is not checked. */
export function withoutPgpSignature(text: string): string {
  if (!text.includes(BEGIN)) return text;
  const lines = text.split(/\r?\n/);
  const begin = lines.indexOf(BEGIN);
  const head = lines.indexOf("", begin);
  const signature = lines.indexOf(SIGNATURE, head);
  if (begin < 0 || head < 0 || signature < 0) return text;
  const end = lines.indexOf(END, signature);
  // Signing put "- " before a line that starts with a dash.
  const signed = lines.slice(head + 1, signature).map((line) => (line.startsWith("- ") ? line.slice(2) : line));
  return [...lines.slice(0, begin), ...signed, ...lines.slice((end < 0 ? lines.length : end) + 1)].join("\n");
}
