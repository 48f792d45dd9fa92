import { createHash, randomBytes, randomUUID } from "node:crypto";
import { AwsError } from "../wire/aws-error.ts";
import { now, type Pool, type Session, type User } from "./pool.ts";

/** A session and its first refresh token. */
export function startSession(pool: Pool, user: User): { session: Session; refreshToken: string } {
  const at = now();
  const expires = at + pool.settings.refreshTokenSeconds;
  const session: Session = { origin_jti: randomUUID(), sub: user.sub, auth_time: at, expires, refresh: [] };
  pool.sessions.push(session);
  return { session, refreshToken: addToken(session) };
}

/**
 * Gives a new refresh token for the old one, which ends at once or after the grace period. The new one lives only for
 * what is left of the session:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 * @throws AwsError NotAuthorizedException, or RefreshTokenReuseException for one that was rotated out
 */
export function rotate(pool: Pool, token: string): { session: Session; refreshToken: string } {
  const { session, entry } = find(pool, token) ?? {};
  if (!session || !entry || session.expires <= now()) {
    throw new AwsError("NotAuthorizedException", "Invalid Refresh Token");
  }
  if (entry.retired !== undefined && now() >= entry.retired + (pool.settings.refreshGraceSeconds ?? 0)) {
    throw new AwsError("RefreshTokenReuseException", "Refresh token has been invalidated by rotation.");
  }
  entry.retired ??= now();
  return { session, refreshToken: addToken(session) };
}

/** Ends the session of this refresh token, and with it all of its tokens; no error when it has ended already. */
export function revoke(pool: Pool, token: string): void {
  const ended = find(pool, token)?.session;
  pool.sessions = pool.sessions.filter((session) => session !== ended);
}

export function endSessionsOf(pool: Pool, user: User): void {
  pool.sessions = pool.sessions.filter(({ sub }) => sub !== user.sub);
}

function addToken(session: Session): string {
  const token = randomBytes(48).toString("base64url");
  session.refresh.push({ hash: hashOf(token) });
  return token;
}

function find(pool: Pool, token: string) {
  const hash = hashOf(token);
  for (const session of pool.sessions) {
    const entry = session.refresh.find((one) => one.hash === hash);
    if (entry) return { session, entry };
  }
  return undefined;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
