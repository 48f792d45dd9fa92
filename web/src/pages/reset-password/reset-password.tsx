import { Button, Text } from "@mantine/core";
import { useLocation } from "wouter";
import { call } from "../../api/call.ts";
import { AuthHeader } from "../../components/auth-header.tsx";
import * as checks from "../../components/form/checks.ts";
import { CodeField, EmailField, PasswordField } from "../../components/form/credentials.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { tell } from "../../components/toast.ts";
import { OutboxHint } from "../../local/outbox-hint.tsx";
import { paths } from "../../paths.ts";
import { rememberCredentials, rememberedCredentials } from "../../session/handoff.ts";
import { adoptSession } from "../../session/session.ts";

export default function ResetPassword() {
  const [, navigate] = useLocation();
  const { email = "" } = rememberedCredentials();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { email, code: "", password: "" },
    validate: ({ email, code, password }) => ({
      email: checks.email(email),
      code: checks.code(code),
      password: checks.newPassword(password),
    }),
    fieldOf: { invalid_code: "code", weak_password: "password" },
    send: (body) => call("resetPassword", { body }),
    onDone: (_, { email, password }) => {
      tell("Your new password is set.");
      rememberCredentials({ email });
      call("login", { body: { email, password } }).then(adoptSession, () => navigate(paths.logIn()));
    },
  });
  return (
    <>
      <AuthHeader title="Set a new password">
        {email === ""
          ? "Enter the code from the mail."
          : `If ${email} is the confirmed address of an account, a code is on its way.`}
      </AuthHeader>
      <Form submit={submit} problem={problem}>
        <OutboxHint />
        <EmailField form={form} />
        <CodeField form={form} />
        <PasswordField
          form={form}
          isNew
          label="New password"
          description="8 characters or more. All your other sessions end."
        />
        <Button type="submit" loading={pending} fullWidth>
          Set password and log in
        </Button>
        <Text size="sm" ta="center">
          No code? <TextLink href={paths.forgotPassword()}>Ask for a new one</TextLink>
        </Text>
      </Form>
    </>
  );
}
