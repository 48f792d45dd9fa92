import { APPLE_MAIL } from "./programs/apple-mail.ts";
import { GMAIL } from "./programs/gmail.ts";
import { HORDE } from "./programs/horde.ts";
import { K9 } from "./programs/k9.ts";
import { OTHERS } from "./programs/others.ts";
import { OUTLOOK } from "./programs/outlook.ts";
import type { Program } from "./programs/program.ts";
import { ROUNDCUBE } from "./programs/roundcube.ts";
import { THUNDERBIRD } from "./programs/thunderbird.ts";
import { YAHOO } from "./programs/yahoo.ts";

/**
 * The lines that mail programs write around quoted and forwarded mail, by program and language. Each file names its
 * source.
 */
export const PROGRAMS: Program[] = [
  ...[GMAIL, APPLE_MAIL, OUTLOOK, YAHOO, THUNDERBIRD, K9, ROUNDCUBE, HORDE],
  ...OTHERS,
];
