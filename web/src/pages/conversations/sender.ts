/**
 * A mail's author as the From header names it: `Carol <carol@customer.example>`. The name proves nothing, so it never
 * appears without the address.
 */
export function sender(from: string): { name: string; address: string } {
  const [, name = "", address = ""] = /^(.*?)\s*<([^<>]*)>\s*$/s.exec(from) ?? [];
  const bare = name.replace(/^"(.*)"$/s, "$1").trim();
  return address === "" ? { name: from.trim(), address: "" } : { name: bare || address, address };
}

export function subjectOf(subject: string): string {
  return subject.trim() || "(no subject)";
}
