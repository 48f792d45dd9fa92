import {
  type CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  VerifyUserAttributeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { translateCognitoErrors } from "../../shared/accounts/cognito-call.ts";
import { isNamed } from "../../shared/errors.ts";

/**
 * Refusals that depend on whether the account exists, has a verified address, or asked too often. Different answers
 * would tell a stranger who has an account. https://cwe.mitre.org/data/definitions/204.html
 */
const OF_THE_ACCOUNT = [
  "UserNotFoundException",
  "UserNotConfirmedException",
  "NotAuthorizedException",
  "InvalidParameterException",
  "PasswordResetRequiredException",
  "LimitExceededException",
  "TooManyFailedAttemptsException",
  "CodeDeliveryFailureException",
];

const WRONG_CODE = { CodeMismatchException: "invalid_code", ExpiredCodeException: "invalid_code" } as const;

/** The codes that Cognito mails: to verify an address, and to set a new password. */
export class Codes {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #client: string;

  constructor(cognito: CognitoIdentityProviderClient, client: string) {
    this.#cognito = cognito;
    this.#client = client;
  }

  async sendToProveEmail(accessToken: string): Promise<void> {
    await translateCognitoErrors(
      this.#cognito.send(
        new GetUserAttributeVerificationCodeCommand({ AccessToken: accessToken, AttributeName: "email" }),
      ),
      { CodeDeliveryFailureException: "unavailable" },
    );
  }

  /** @throws LatchkeyError invalid_code */
  async proveEmail(accessToken: string, code: string): Promise<void> {
    await translateCognitoErrors(
      this.#cognito.send(
        new VerifyUserAttributeCommand({ AccessToken: accessToken, AttributeName: "email", Code: code }),
      ),
      WRONG_CODE,
    );
  }

  /** Sends a code if the address is a verified one of an account. The caller does not learn whether it is. */
  async sendToSetPassword(email: string): Promise<void> {
    const sending = this.#cognito.send(new ForgotPasswordCommand({ ClientId: this.#client, Username: email }));
    await translateCognitoErrors(
      sending.catch((error: unknown) => {
        if (!isNamed(error, ...OF_THE_ACCOUNT)) throw error;
      }),
    );
  }

  /** @throws LatchkeyError invalid_code (also where there is no account) or weak_password */
  async setPassword(email: string, code: string, password: string): Promise<void> {
    await translateCognitoErrors(
      this.#cognito.send(
        new ConfirmForgotPasswordCommand({
          ClientId: this.#client,
          Username: email,
          ConfirmationCode: code,
          Password: password,
        }),
      ),
      {
        ...Object.fromEntries(OF_THE_ACCOUNT.map((name) => [name, "invalid_code" as const])),
        ...WRONG_CODE,
        InvalidPasswordException: "weak_password",
      },
    );
  }
}
