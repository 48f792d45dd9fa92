import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { AuthHeader } from "../../components/auth-header.tsx";
import * as checks from "../../components/form/checks.ts";
import { FormProblem } from "../../components/form/form-problem.tsx";
import { PasswordInput } from "../../components/form/password-input.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { tell, tellProblem } from "../../components/toast.ts";
import { OutboxHint } from "../../local/outbox-hint.tsx";
import { paths } from "../../paths.ts";
import { handedOn } from "../../session/handoff.ts";
import { enter } from "../../session/session.ts";

/** The password is asked for with the code: a code alone proves who reads the mailbox, not whose account it is. */
export default function Confirm() {
  const { email = "", password = "" } = handedOn();
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
    onDone: enter,
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
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormProblem problem={problem} />
          <OutboxHint />
          <TextInput
            label="E-mail"
            type="email"
            name="email"
            autoComplete="username"
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <TextInput
            label="Code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            autoFocus
            key={form.key("code")}
            {...form.getInputProps("code")}
          />
          <Button type="submit" loading={pending} fullWidth>
            Confirm and log in
          </Button>
          <Button variant="default" onClick={() => void resend()} loading={sending} fullWidth>
            Send a new code
          </Button>
          <Text size="sm" ta="center">
            <TextLink href={paths.logIn()}>Back to log in</TextLink>
          </Text>
        </Stack>
      </form>
    </>
  );
}
