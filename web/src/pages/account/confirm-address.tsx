import { Button } from "@mantine/core";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import * as checks from "../../components/form/checks.ts";
import { CodeField, PasswordField } from "../../components/form/credentials.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { tell } from "../../components/toast.ts";
import { OutboxHint } from "../../local/outbox-hint.tsx";
import { changeUser } from "../../session/session.ts";

type SendProps = { email: string; onSent: (password: string) => void };

/** The API asks for the password, so that nobody else can verify an address with a stolen code. */
export function PasswordForCode({ email, onSent }: SendProps) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { password: "" },
    validate: ({ password }) => ({ password: checks.required(password, "your password") }),
    fieldOf: { invalid_credentials: "password" },
    send: ({ password }) => call("resend", { body: { email, password } }),
    onDone: (_, { password }) => {
      tell(`A code is on its way to ${email}.`);
      onSent(password);
    },
  });
  return (
    <Form submit={submit} problem={problem} align="flex-start">
      <PasswordField form={form} label="Your password" w="100%" />
      <Button type="submit" variant="default" loading={pending}>
        Send me a code
      </Button>
    </Form>
  );
}

export function CodeForm({ email, password }: { email: string; password: string }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { code: "" },
    validate: ({ code }) => ({ code: checks.code(code) }),
    fieldOf: { invalid_code: "code" },
    send: ({ code }) => call("confirm", { body: { email, password, code } }),
    onDone: () => {
      changeUser({ email_verified: true });
      void refresh("getAccount");
      tell("Your address is confirmed.");
    },
  });
  return (
    <Form submit={submit} problem={problem} align="flex-start">
      <OutboxHint />
      <CodeField form={form} label="Code from the mail" w="100%" />
      <Button type="submit" variant="default" loading={pending}>
        Confirm the address
      </Button>
    </Form>
  );
}
