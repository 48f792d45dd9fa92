/** The ways by which mail comes from a mailbox to an agent, as rows store them; ways.ts has what is known of each. */
export const WAY_IDS = [
  "google_group",
  "gmail",
  "microsoft",
  "fastmail",
  "zoho",
  "yahoo",
  "icloud",
  "sieve",
  "cpanel",
  "srs",
  "resent",
  "list",
  "alias",
] as const;
export type WayId = (typeof WAY_IDS)[number];
