import { Button, Stack, TextInput } from "@mantine/core";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import * as checks from "../../components/form/checks.ts";
import { FormProblem } from "../../components/form/form-problem.tsx";
import { PasswordInput } from "../../components/form/password-input.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { tell } from "../../components/toast.ts";
import { OutboxHint } from "../../local/outbox-hint.tsx";
import { changeUser } from "../../session/session.ts";

type SendProps = { email: string; onSent: (password: string) => void };

/** The API asks for the password, so that nobody else proves an address with a code that they have got hold of. */
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
    <form onSubmit={submit} noValidate>
      <Stack gap="md" align="flex-start">
        <FormProblem problem={problem} />
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          w="100%"
          key={form.key("password")}
          {...form.getInputProps("password")}
        />
        <Button type="submit" variant="default" loading={pending}>
          Send me a code
        </Button>
      </Stack>
    </form>
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
      tell("Your address is proved.");
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" align="flex-start">
        <FormProblem problem={problem} />
        <OutboxHint />
        <TextInput
          label="Code from the mail"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          w="100%"
          key={form.key("code")}
          {...form.getInputProps("code")}
        />
        <Button type="submit" variant="default" loading={pending}>
          Prove the address
        </Button>
      </Stack>
    </form>
  );
}
