import { Duration, Stack } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnUserPoolRiskConfigurationAttachment,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  VerificationEmailStyle,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { kept, phaseOf } from "./kept.ts";
import { acknowledge } from "./nag.ts";
import type { Settings } from "./settings.ts";

/** The user pool. Only the auth function creates accounts, so the client id alone is not enough to sign up. */
export class Accounts extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const plus = settings.cognitoPlan === "plus";
    this.pool = new UserPool(this, "Pool", {
      featurePlan: plus ? FeaturePlan.PLUS : FeaturePlan.ESSENTIALS,
      ...(plus && { standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION }),
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OFF,
      passwordPolicy: {
        minLength: 8,
        requireDigits: false,
        requireLowercase: false,
        requireUppercase: false,
        requireSymbols: false,
      },
      userVerification: {
        emailStyle: VerificationEmailStyle.CODE,
        emailSubject: "Your Latchkey code",
        emailBody: "Your code is {####}. If you did not ask for it, ignore this mail.",
      },
      // An adopted pool must not name resources that do not exist yet.
      email:
        settings.cognitoMail === "ses" && phaseOf(this) !== "adopt"
          ? sesMail(this, settings.mailDomain)
          : UserPoolEmail.withCognito(),
      ...kept(this),
    });
    this.client = this.addClient();
    if (plus) this.blockCompromisedPasswords();
    this.giveReasons(plus);
  }

  private addClient(): UserPoolClient {
    return this.pool.addClient("Client", {
      generateSecret: false,
      disableOAuth: true,
      authFlows: { adminUserPassword: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // An access token may call Cognito directly, but only the auth function may change the address.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.days(7),
      // Rotation replaces the refresh flow. Two tabs that refresh at the same time must both get an answer.
      refreshTokenRotationGracePeriod: Duration.seconds(10),
    });
  }

  private blockCompromisedPasswords(): void {
    new CfnUserPoolRiskConfigurationAttachment(this, "Risk", {
      userPoolId: this.pool.userPoolId,
      clientId: "ALL",
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } },
    });
  }

  private giveReasons(plus: boolean): void {
    acknowledge(
      this.pool,
      "AwsSolutions-COG1",
      "Eight characters and no character classes, as NIST SP 800-63B asks: classes make passwords worse, not better.",
    );
    acknowledge(this.pool, "AwsSolutions-COG2", "The API's first clients log in with an e-mail and a password alone.");
    if (plus) return;
    acknowledge(this.pool, "AwsSolutions-COG8", "The team chooses the plan, since plus costs per user: cognitoPlan.");
  }
}

function sesMail(scope: Construct, mailDomain: string): UserPoolEmail {
  return UserPoolEmail.withSES({
    fromEmail: `no-reply@${mailDomain}`,
    fromName: "Latchkey",
    sesVerifiedDomain: mailDomain,
    sesRegion: Stack.of(scope).region,
  });
}
