import { expect, test } from "vitest";
import { resourcesOf } from "./template.ts";

const [pool] = resourcesOf("AWS::Cognito::UserPool");
const clients = resourcesOf("AWS::Cognito::UserPoolClient");

test("the client id does not allow sign-up, because only our function creates accounts", () => {
  expect(pool?.[1].Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UsernameAttributes: ["email"],
    DeletionProtection: "ACTIVE",
  });
});

test("a password has eight characters of any kind", () => {
  expect(pool?.[1].Properties["Policies"]).toEqual({
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
      RequireUppercase: false,
    },
  });
});

test("the one client allows log-in only through our function, and its refresh tokens rotate", () => {
  expect(clients.map(([, { Properties }]) => Properties)).toEqual([
    expect.objectContaining({
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"],
      GenerateSecret: false,
      PreventUserExistenceErrors: "ENABLED",
      EnableTokenRevocation: true,
      AllowedOAuthFlowsUserPoolClient: false,
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 7 * 24 * 60,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "minutes" },
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
    }),
  ]);
});

test("Cognito's codes are sent through SES from the mail domain", () => {
  expect(pool?.[1].Properties["EmailConfiguration"]).toMatchObject({
    EmailSendingAccount: "DEVELOPER",
    From: "Latchkey <no-reply@agents.latchkey.test>",
  });
});
