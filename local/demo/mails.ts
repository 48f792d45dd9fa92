import { readFile } from "node:fs/promises";
import { splitHeaders } from "../aws/ses/header-fields.ts";

/** One of this folder's mails, with the addresses and ids of this run of the demo in place of `{{name}}`. */
export async function mailFrom(file: string, values: Record<string, string>): Promise<string> {
  const text = await readFile(new URL(`mails/${file}.eml`, import.meta.url), "utf8");
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${file}.eml needs a value for ${name}`);
    return value;
  });
}

/** One header of a raw mail, unfolded. An empty string if it is missing. */
export function headerOf(raw: string, name: string): string {
  const field = splitHeaders(raw).fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return field?.value ?? "";
}
