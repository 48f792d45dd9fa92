import { JwtVerifier } from "aws-jwt-verify";
import { JwtExpiredError } from "aws-jwt-verify/error";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import type { TokenRules } from "./routes.ts";

export type TokenClaims = Record<string, unknown>;

export type Authorization =
  | { allowed: true; claims: TokenClaims }
  | { allowed: false; status: 401 | 403; wwwAuthenticate: string };

/** The key sets by the address at which the issuer publishes them. */
export type Keys = (jwksUri: string) => { keys: object[] };

/**
 * Checks a token as API Gateway's JWT authorizer does: signature, issuer, time, then `aud` (or `client_id` when there
 * is no `aud`), then one of the route's scopes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function createAuthorizer(keys: Keys) {
  const jwksCache = new SimpleJwksCache({
    fetcher: { fetch: async (uri) => new TextEncoder().encode(JSON.stringify(keys(uri))).buffer },
  });

  return async function authorize(header: string | undefined, rules: TokenRules): Promise<Authorization> {
    const token = header?.replace(/^Bearer /i, "").trim();
    if (!token) return { allowed: false, status: 401, wwwAuthenticate: "Bearer" };
    const verifier = JwtVerifier.create({ issuer: rules.issuer, audience: null }, { jwksCache });
    let claims: TokenClaims;
    try {
      claims = await verifier.verify(token);
    } catch (error) {
      return refused(error instanceof JwtExpiredError ? "the token has expired" : "the token is not valid");
    }
    const audience = claims["aud"] ?? claims["client_id"];
    const audiences: unknown[] = Array.isArray(audience) ? audience : [audience];
    if (!rules.audience.some((one) => audiences.includes(one))) {
      return refused("the token does not have a valid audience");
    }
    if (!holdsScope(claims, rules.scopes)) {
      const wwwAuthenticate = `Bearer scope="${rules.scopes.join(" ")}" error="insufficient_scope"`;
      return { allowed: false, status: 403, wwwAuthenticate };
    }
    return { allowed: true, claims };
  };
}

function holdsScope(claims: TokenClaims, scopes: string[]): boolean {
  const held = String(claims["scope"] ?? claims["scp"] ?? "").split(" ");
  return scopes.length === 0 || scopes.some((scope) => held.includes(scope));
}

// The header's format: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html
function refused(description: string): Authorization {
  const wwwAuthenticate = `Bearer scope="" error="invalid_token" error_description="${description}"`;
  return { allowed: false, status: 401, wwwAuthenticate };
}
