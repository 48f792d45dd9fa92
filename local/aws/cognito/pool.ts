import * as z from "zod";
import type { UserPoolSettings } from "../aws.ts";

const code = z.object({ digits: z.string(), expires: z.number() });

/** Counts of codes asked for and codes guessed wrong, since `since`; both are limited. */
const attempts = z.object({ since: z.number(), sent: z.number(), wrong: z.number() });

const user = z.object({
  sub: z.string(),
  /** `email`, `email_verified` ("true" or "false"), `name` ... all as text, as Cognito has them. */
  attributes: z.record(z.string(), z.string()),
  status: z.enum(["CONFIRMED", "FORCE_CHANGE_PASSWORD"]),
  password: z.object({ salt: z.string(), hash: z.string() }).optional(),
  created: z.number(),
  modified: z.number(),
  codes: z.partialRecord(z.enum(["verify_email", "reset_password"]), code),
  attempts: z.partialRecord(z.enum(["verify_email", "reset_password"]), attempts),
});

const session = z.object({
  /** In every token of the session, so that one revocation reaches them all. */
  origin_jti: z.string(),
  sub: z.string(),
  auth_time: z.number(),
  /** When its refresh tokens end; rotation does not prolong it. */
  expires: z.number(),
  /** SHA-256 of each refresh token; `retired` when it was rotated out. */
  refresh: z.array(z.object({ hash: z.string(), retired: z.number().optional() })),
});

const signingKey = z.object({ kid: z.string(), privateKey: z.string() });

export const poolState = z.object({
  id: z.string(),
  key: signingKey,
  users: z.array(user),
  sessions: z.array(session),
});

export type User = z.infer<typeof user>;
export type CodePurpose = keyof User["codes"];
export type Session = z.infer<typeof session>;
export type SigningKey = z.infer<typeof signingKey>;

/** The stored state, and the settings, which are read again at each start. All times are seconds since 1970. */
export type Pool = z.infer<typeof poolState> & { settings: UserPoolSettings };

export function now(): number {
  return Math.floor(Date.now() / 1000);
}
