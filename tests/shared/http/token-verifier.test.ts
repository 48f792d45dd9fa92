import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { closeServer, listen } from "../../../local/http/listen.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { ISSUER, newKey, POOL, TestPool } from "../../support/tokens.ts";

const pool = new TestPool();
const other = newKey();
const verify = () => tokenVerifier(POOL, pool.fetch);
const hour = 3600;
const now = Math.floor(Date.now() / 1000);

describe("an access token", () => {
  test("gives the user's id, which is its sub, and the user name", async () => {
    const token = pool.token("alice", { claims: { username: "alice-name" } });
    expect(await verify()(token)).toEqual({ id: "alice", username: "alice-name" });
  });

  test("is checked with keys that are fetched once", async () => {
    const before = pool.fetches;
    const check = verify();
    await Promise.all([check(pool.token("alice")), check(pool.token("bob"))]);
    await check(pool.token("carol"));
    expect(pool.fetches - before).toBe(1);
  });

  const REFUSED: Record<string, string> = {
    "an ID token": pool.token("a", { claims: { token_use: "id", aud: POOL.USER_POOL_CLIENT_ID } }),
    "of another pool": pool.token("a", {
      claims: { iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other" },
    }),
    "of another client": pool.token("a", { claims: { client_id: "other" } }),
    expired: pool.token("a", { claims: { exp: now - hour } }),
    "not valid yet": pool.token("a", { claims: { nbf: now + hour } }),
    "with algorithm none": pool.unsigned("a"),
    "with the public key as HS256 secret": pool.symmetric("a"),
    "with an unknown kid": pool.token("a", { header: { kid: "key2" } }),
    "with a path as kid": pool.token("a", { header: { kid: "../../key1" } }),
    "that names its own key set": pool.token("a", {
      key: other,
      header: { kid: "evil", jku: "https://evil.example/jwks.json", x5u: "https://evil.example/cert" },
    }),
    "that brings its own key": pool.token("a", { key: other, header: { jwk: { kty: "RSA", n: "AQ", e: "AQAB" } } }),
    "signed by another key": pool.token("a", { key: other }),
    "without the scope of a session": pool.token("a", { claims: { scope: undefined } }),
    "without sub": pool.token("a", { claims: { sub: undefined } }),
    "with an empty sub": pool.token("a", { claims: { sub: "" } }),
    "whose client is an array": pool.token("a", { claims: { client_id: [POOL.USER_POOL_CLIENT_ID] } }),
    "of a million characters": pool.token("a", { claims: { pad: "x".repeat(1_000_000) }, key: other }),
    "that is garbage": "garbage",
    "that is empty": "",
  };
  for (const [name, token] of Object.entries(REFUSED)) {
    test(`is refused ${name}`, async () => {
      await expect(verify()(token)).rejects.toMatchObject({ code: "unauthorized" });
    });
  }

  test("is refused with the library's own reason as the cause, for the log", async () => {
    const expired = pool.token("a", { claims: { exp: now - hour } });
    await expect(verify()(expired)).rejects.toMatchObject({ cause: { message: expect.stringContaining("expired") } });
  });

  test("is not refused, but put off, while the pool's keys cannot be had", async () => {
    const down = tokenVerifier(POOL, async () => new Response(null, { status: 503 }));
    const why = { message: "The user pool's keys: HTTP 503" };
    await expect(down(pool.token("alice"))).rejects.toMatchObject({ code: "unavailable", cause: why });
    const gone = tokenVerifier(POOL, async () => Promise.reject(new TypeError("fetch failed")));
    await expect(gone(pool.token("alice"))).rejects.toMatchObject({ code: "unavailable" });
  });

  test("is not checked with keys from where the pool's address sends elsewhere", async () => {
    const keys = await (await pool.fetch(`${ISSUER}/.well-known/jwks.json`)).text();
    const server = createServer(({ url }, response) => {
      if (url === "/keys") response.end(keys);
      else response.writeHead(302, { location: "/keys" }).end();
    });
    const address = `http://127.0.0.1:${await listen(server, 0)}`;
    const check = (path: string) =>
      tokenVerifier(POOL, (_, init) => fetch(`${address}${path}`, init))(pool.token("al"));
    await expect(check("/keys")).resolves.toMatchObject({ id: "al" });
    await expect(check("/moved")).rejects.toMatchObject({ code: "unavailable" });
    await closeServer(server);
  });
});
