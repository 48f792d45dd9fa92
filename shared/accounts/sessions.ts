import {
  AdminInitiateAuthCommand,
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { isNamed, LatchkeyError } from "../errors.ts";
import { translateCognitoErrors } from "./cognito-call.ts";

export type Tokens = { access: string; refresh: string; expiresIn: number };

/** Cognito's errors for a refresh token that is expired, revoked, used or invalid. */
const NO_SESSION = [
  "NotAuthorizedException",
  "RefreshTokenReuseException",
  "UserNotFoundException",
  "InvalidParameterException",
  "UnauthorizedException",
  "UnsupportedTokenTypeException",
];

export class Sessions {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #pool: string;
  readonly #client: string;

  constructor(cognito: CognitoIdentityProviderClient, pool: string, client: string) {
    this.#cognito = cognito;
    this.#pool = pool;
    this.#client = client;
  }

  /** @throws LatchkeyError invalid_credentials, both for a wrong password and for an address without an account */
  async logIn({ email, password }: { email: string; password: string }): Promise<Tokens> {
    const { AuthenticationResult } = await translateCognitoErrors(
      this.#cognito.send(
        new AdminInitiateAuthCommand({
          UserPoolId: this.#pool,
          ClientId: this.#client,
          AuthFlow: "ADMIN_USER_PASSWORD_AUTH",
          AuthParameters: { USERNAME: email, PASSWORD: password },
        }),
      ),
      {
        NotAuthorizedException: "invalid_credentials",
        UserNotFoundException: "invalid_credentials",
        PasswordResetRequiredException: "invalid_credentials",
        InvalidParameterException: "invalid_credentials",
      },
    );
    // Without a result Cognito asks for a new password. The account is then an unfinished one, see Accounts.
    if (AuthenticationResult === undefined) throw new LatchkeyError("invalid_credentials");
    return tokensOf(AuthenticationResult);
  }

  /** @throws LatchkeyError wrong_password: a caller with a token already knows that the account exists */
  async provePassword(username: string, password: string): Promise<void> {
    const { refresh } = await this.logIn({ email: username, password }).catch((error: unknown) => {
      const wrong = error instanceof LatchkeyError && error.code === "invalid_credentials";
      throw wrong ? new LatchkeyError("wrong_password", { cause: error }) : error;
    });
    await this.end(refresh);
  }

  /** Trades a refresh token, which works once, for new tokens. Undefined when its session is over. */
  async refresh(refreshToken: string): Promise<Tokens | undefined> {
    try {
      const { AuthenticationResult } = await translateCognitoErrors(
        this.#cognito.send(
          new GetTokensFromRefreshTokenCommand({ ClientId: this.#client, RefreshToken: refreshToken }),
        ),
      );
      return tokensOf(AuthenticationResult);
    } catch (error) {
      if (isNamed(error, ...NO_SESSION)) return undefined;
      throw error;
    }
  }

  /** Ends the session: the refresh token and every access token that came from it. A missing session is no error. */
  async end(refreshToken: string): Promise<void> {
    try {
      await translateCognitoErrors(
        this.#cognito.send(new RevokeTokenCommand({ ClientId: this.#client, Token: refreshToken })),
      );
    } catch (error) {
      if (!isNamed(error, ...NO_SESSION)) throw error;
    }
  }
}

function tokensOf(result: AuthenticationResultType | undefined): Tokens {
  const { AccessToken: access, RefreshToken: refresh, ExpiresIn: expiresIn } = result ?? {};
  if (!access || !refresh || !expiresIn) throw new Error("Cognito gave no full set of tokens");
  return { access, refresh, expiresIn };
}
