import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { labMails } from "./mails.ts";

/** Writes the mails of the lab as files, numbered by their place in the list, each with its envelope's sender beside it. */
const [folder = "mails"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [index, { sender, raw }] of (await labMails()).entries()) {
  writeFileSync(join(folder, `${index}.eml`), raw);
  writeFileSync(join(folder, `${index}.sender`), sender);
}
