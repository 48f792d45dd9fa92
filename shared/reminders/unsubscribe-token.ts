import { timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";

const parts = z.object({
  user_id: z.string().check(z.regex(/^[\w-]{1,80}$/)),
  secret: z.string().check(z.regex(/^[a-z2-9]{26}$/)),
});
export type TokenParts = z.infer<typeof parts>;

/** What an unsubscribe link carries: who, and a secret of the owner's row that only their mails hold. */
export function unsubscribeToken({ user_id, secret }: TokenParts): string {
  return Buffer.from(`${user_id}.${secret}`).toString("base64url");
}

/** Undefined for what no mail of ours held. */
export function readUnsubscribeToken(token: string): TokenParts | undefined {
  const [user_id, secret, ...rest] = Buffer.from(token, "base64url").toString().split(".");
  const read = parts.safeParse({ user_id, secret });
  return read.success && rest.length === 0 ? read.data : undefined;
}

/** Takes the same time wherever two secrets differ. */
export function isSameSecret(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
