import * as z from "zod/mini";
import { email, oneLine, timestamp } from "./fields.ts";

/** Cognito takes 8 to 256 characters; NIST SP 800-63B asks for length and no character classes. */
const newPassword = z.string().check(z.minLength(8), z.maxLength(256));
const password = z.string().check(z.minLength(1), z.maxLength(256));
const code = z.string().check(z.trim(), z.regex(/^[0-9]{4,10}$/, "must be the digits of the code"));

/** The cookie with the refresh token. Only the auth routes receive it. */
export const REFRESH_COOKIE = "latchkey_refresh";

export const signupBody = z.strictObject({ email, password: newPassword, name: oneLine(100) });
export const credentialsBody = z.strictObject({ email, password });
export const confirmBody = z.strictObject({ email, password, code });
export const forgotPasswordBody = z.strictObject({ email });
export const resetPasswordBody = z.strictObject({ email, code, password: newPassword });

export const changePasswordBody = z.strictObject({ password, newPassword });

export const userRow = z.object({
  id: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  name: z.string(),
  created_at: timestamp,
});

/**
 * `token` is an access token, valid for `expires_in` seconds. The refresh token is a cookie that no script can read.
 */
export const session = z.object({ token: z.string(), expires_in: z.number(), user: userRow });
export const refreshed = z.object({ token: z.string(), expires_in: z.number() });
export const notice = z.object({ message: z.string() });
