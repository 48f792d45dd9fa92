import {
  AdminDeleteUserCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { isNamed } from "../errors.ts";
import { translateCognitoErrors } from "./cognito-call.ts";

/** Ends things in the user pool: the sessions of an account, and the account itself. */
export class AccountEnding {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #pool: string;

  constructor(cognito: CognitoIdentityProviderClient, pool: string) {
    this.#cognito = cognito;
    this.#pool = pool;
  }

  /** Ends every session of the account, so that a stolen session does not outlive its password. */
  async signOutEverywhere(username: string): Promise<void> {
    await translateCognitoErrors(
      this.#cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: this.#pool, Username: username })),
    );
  }

  /** Removes the account, so that its address can sign up again. A repetition changes nothing. */
  async remove(username: string): Promise<void> {
    try {
      await translateCognitoErrors(
        this.#cognito.send(new AdminDeleteUserCommand({ UserPoolId: this.#pool, Username: username })),
      );
    } catch (error) {
      if (!isNamed(error, "UserNotFoundException")) throw error;
    }
  }
}
