import { Button, Text } from "@mantine/core";
import { useLocation } from "wouter";
import { call } from "../../api/call.ts";
import { AuthHeader } from "../../components/auth-header.tsx";
import * as checks from "../../components/form/checks.ts";
import { EmailField } from "../../components/form/credentials.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { paths } from "../../paths.ts";
import { rememberCredentials, rememberedCredentials } from "../../session/handoff.ts";

export default function ForgotPassword() {
  const [, navigate] = useLocation();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { email: rememberedCredentials().email ?? "" },
    validate: ({ email }) => ({ email: checks.email(email) }),
    send: (body) => call("forgotPassword", { body }),
    onDone: (_, { email }) => {
      rememberCredentials({ email });
      navigate(paths.resetPassword());
    },
  });
  return (
    <>
      <AuthHeader title="Set a new password">
        We send a code to your address, if it is the confirmed address of an account.
      </AuthHeader>
      <Form submit={submit} problem={problem}>
        <EmailField form={form} autoFocus />
        <Button type="submit" loading={pending} fullWidth>
          Send the code
        </Button>
        <Text size="sm" ta="center">
          <TextLink href={paths.resetPassword()}>I have a code</TextLink>
        </Text>
        <Text size="sm" ta="center">
          <TextLink href={paths.logIn()}>Back to log in</TextLink>
        </Text>
      </Form>
    </>
  );
}
