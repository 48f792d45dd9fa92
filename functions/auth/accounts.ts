import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { AccountEnding } from "../../shared/accounts/account-ending.ts";
import { translateCognitoErrors } from "../../shared/accounts/cognito-call.ts";
import { isNamed, LatchkeyError } from "../../shared/errors.ts";

export type Account = { id: string; email: string; emailVerified: boolean; name: string; createdAt: Date };

type NewAccount = { email: string; name: string; password: string };

/** A sign-up that takes longer than this has crashed: the function itself may run for 15 seconds. */
const UNFINISHED_MS = 60_000;

/**
 * Cognito's errors for a password that fails its policy, stands on its list of stolen ones, or holds a forbidden
 * character.
 */
const REFUSED = { InvalidPasswordException: "weak_password", InvalidParameterException: "invalid_request" } as const;

/** The accounts of the user pool. Only this class creates them: the pool's client allows no sign-up. */
export class Accounts {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #pool: string;
  readonly #ending: AccountEnding;

  constructor(cognito: CognitoIdentityProviderClient, pool: string) {
    this.#cognito = cognito;
    this.#pool = pool;
    this.#ending = new AccountEnding(cognito, pool);
  }

  /**
   * Creates an account that can log in at once. Its address is not verified yet.
   * @param isUsed whether somebody has ever logged in to the account with this id
   * @throws LatchkeyError email_taken, weak_password, conflict or invalid_request
   */
  async create(account: NewAccount, isUsed: (id: string) => Promise<boolean>, now: Date): Promise<void> {
    const id = (await this.#tryCreate(account)) ?? (await this.#replaceUnfinished(account, isUsed, now));
    try {
      await this.setPassword(id, account.password);
    } catch (error) {
      if (error instanceof LatchkeyError && error.code === "weak_password") await this.#ending.remove(id);
      throw error;
    }
  }

  /** The account of a user name or address. Undefined when there is none. */
  async get(username: string): Promise<Account | undefined> {
    const found = await this.#find(username);
    return found && accountOf(found.Username, found.UserAttributes, found.UserCreateDate);
  }

  /** Sets the account's permanent password. @throws LatchkeyError weak_password, conflict or invalid_request */
  async setPassword(username: string, password: string): Promise<void> {
    const Username = username;
    await translateCognitoErrors(
      this.#cognito.send(
        new AdminSetUserPasswordCommand({ UserPoolId: this.#pool, Username, Password: password, Permanent: true }),
      ),
      { ...REFUSED, UserNotFoundException: "conflict" },
    );
  }

  signOutEverywhere(username: string): Promise<void> {
    return this.#ending.signOutEverywhere(username);
  }

  /** The new account's id. Undefined when the address already has an account. */
  async #tryCreate({ email, name, password }: NewAccount): Promise<string | undefined> {
    try {
      const { User } = await translateCognitoErrors(
        this.#cognito.send(
          new AdminCreateUserCommand({
            UserPoolId: this.#pool,
            Username: email,
            // Cognito applies the password policy to it, so a weak password is refused before the account exists.
            TemporaryPassword: password,
            MessageAction: "SUPPRESS",
            UserAttributes: [
              { Name: "email", Value: email },
              { Name: "email_verified", Value: "false" },
              { Name: "name", Value: name },
            ],
          }),
        ),
        REFUSED,
      );
      return accountOf(User?.Username, User?.Attributes, User?.UserCreateDate).id;
    } catch (error) {
      if (isNamed(error, "UsernameExistsException")) return undefined;
      throw error;
    }
  }

  /**
   * An account without a permanent password is what a crashed sign-up left behind, and nobody has ever logged in to it.
   * It is removed and created again instead of completed. Two sign-ups can then never share one account, because each
   * sets the password of the id that it created.
   */
  async #replaceUnfinished(account: NewAccount, isUsed: (id: string) => Promise<boolean>, now: Date): Promise<string> {
    const found = await this.#find(account.email);
    if (found?.UserStatus !== "FORCE_CHANGE_PASSWORD") throw new LatchkeyError("email_taken");
    const { id, createdAt } = accountOf(found.Username, found.UserAttributes, found.UserCreateDate);
    if (now.getTime() - createdAt.getTime() < UNFINISHED_MS) throw new LatchkeyError("conflict");
    // An operator's temporary password gives the same status to an account that is in use.
    if (await isUsed(id)) throw new LatchkeyError("email_taken");
    await this.#ending.remove(id);
    const created = await this.#tryCreate(account);
    if (created === undefined) throw new LatchkeyError("email_taken");
    return created;
  }

  async #find(username: string) {
    try {
      return await translateCognitoErrors(
        this.#cognito.send(new AdminGetUserCommand({ UserPoolId: this.#pool, Username: username })),
      );
    } catch (error) {
      if (isNamed(error, "UserNotFoundException")) return undefined;
      throw error;
    }
  }
}

/** In a pool whose users log in by address, the user name is the `sub`. */
function accountOf(id: string | undefined, attributes: AttributeType[] = [], createdAt?: Date): Account {
  const values = new Map(attributes.map(({ Name, Value }) => [Name, Value]));
  const email = values.get("email");
  if (id === undefined || email === undefined || createdAt === undefined) {
    throw new Error("An account of the pool has no id, no e-mail or no date");
  }
  return {
    id,
    email,
    emailVerified: values.get("email_verified") === "true",
    name: values.get("name") ?? "",
    createdAt,
  };
}
