import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { AuthHeader } from "../../components/auth-header.tsx";
import * as checks from "../../components/form/checks.ts";
import { CodeField, EmailField, PasswordField } from "../../components/form/credentials.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { tell, tellProblem } from "../../components/toast.ts";
import { OutboxHint } from "../../local/outbox-hint.tsx";
import { paths } from "../../paths.ts";
import { rememberedCredentials } from "../../session/handoff.ts";
import { adoptSession } from "../../session/session.ts";

/** The password is required with the code. A code alone proves who reads the mailbox, not who owns the account. */
export default function Confirm() {
  const { email = "", password = "" } = rememberedCredentials();
  const [sending, setSending] = useState(false);
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { email, password, code: "" },
    validate: ({ email, password, code }) => ({
      email: checks.email(email),
      password: checks.required(password, "your password"),
      code: checks.code(code),
    }),
    fieldOf: { invalid_code: "code" },
    send: (body) => call("confirm", { body }),
    onDone: adoptSession,
  });

  const resend = async () => {
    const { email, password } = form.getValues();
    const missing = { email: checks.email(email), password: checks.required(password, "your password") };
    form.setErrors(missing);
    if (missing.email ?? missing.password) return;
    setSending(true);
    await call("resend", { body: { email, password } }).then(({ message }) => tell(message), tellProblem);
    setSending(false);
  };

  return (
    <>
      <AuthHeader title="Confirm your address">
        {email === "" ? "Enter the code from the mail." : `We have sent a code to ${email}.`}
      </AuthHeader>
      <Form submit={submit} problem={problem}>
        <OutboxHint />
        <EmailField form={form} />
        <PasswordField form={form} />
        <CodeField form={form} />
        <Button type="submit" loading={pending} fullWidth>
          Confirm and log in
        </Button>
        <Button variant="default" onClick={() => void resend()} loading={sending} fullWidth>
          Send a new code
        </Button>
        <Text size="sm" ta="center">
          <TextLink href={paths.logIn()}>Back to log in</TextLink>
        </Text>
      </Form>
    </>
  );
}
