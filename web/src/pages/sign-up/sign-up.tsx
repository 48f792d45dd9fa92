import { Button, Text, TextInput } from "@mantine/core";
import { useLocation } from "wouter";
import { call } from "../../api/call.ts";
import { AuthHeader } from "../../components/auth-header.tsx";
import * as checks from "../../components/form/checks.ts";
import { EmailField, PasswordField } from "../../components/form/credentials.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { paths } from "../../paths.ts";
import { rememberCredentials } from "../../session/handoff.ts";
import { adoptSession } from "../../session/session.ts";

export default function SignUp() {
  const [, navigate] = useLocation();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { name: "", email: "", password: "" },
    validate: ({ name, email, password }) => ({
      name: checks.required(name, "your name"),
      email: checks.email(email),
      password: checks.newPassword(password),
    }),
    fieldOf: { email_taken: "email", weak_password: "password" },
    send: (body) => call("signup", { body }),
    onDone: (answer, { email, password }) => {
      if ("token" in answer) return adoptSession(answer);
      // The team requires a verified address first, so there is no token yet.
      rememberCredentials({ email, password });
      navigate(paths.confirm());
    },
  });
  return (
    <>
      <AuthHeader title="Create an account">
        Agents answer your mail with your own AI key. Your provider bills you, and Latchkey adds nothing.
      </AuthHeader>
      <Form submit={submit} problem={problem}>
        <TextInput
          label="Name"
          name="name"
          autoComplete="name"
          autoFocus
          key={form.key("name")}
          {...form.getInputProps("name")}
        />
        <EmailField form={form} />
        <PasswordField form={form} isNew description="8 characters or more. A few words make a good one." />
        <Button type="submit" loading={pending} fullWidth>
          Create account
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          Have an account?{" "}
          <TextLink href={paths.logIn()} onClick={() => rememberCredentials({ email: form.getValues().email })}>
            Log in
          </TextLink>
        </Text>
      </Form>
    </>
  );
}
