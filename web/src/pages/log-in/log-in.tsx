import { Alert, Button, Text } from "@mantine/core";
import { call } from "../../api/call.ts";
import { AuthHeader } from "../../components/auth-header.tsx";
import * as checks from "../../components/form/checks.ts";
import { EmailField, PasswordField } from "../../components/form/credentials.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { TextLink } from "../../components/text-link.tsx";
import { paths } from "../../paths.ts";
import { rememberCredentials, rememberedCredentials } from "../../session/handoff.ts";
import { adoptSession, useSession } from "../../session/session.ts";

export default function LogIn() {
  const session = useSession();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { email: rememberedCredentials().email ?? "", password: "" },
    validate: ({ email, password }) => ({
      email: checks.email(email),
      password: checks.required(password, "your password"),
    }),
    send: (body) => call("login", { body }),
    onDone: adoptSession,
  });
  return (
    <>
      <AuthHeader title="Log in" />
      <Form
        submit={submit}
        problem={problem}
        help={problem?.code === "invalid_credentials" && <OtherWaysIn handOver={form.getValues} />}
      >
        {session.status === "out" && session.ended && problem === undefined && (
          <Alert color="blue" role="status">
            Your session has ended. Log in to continue.
          </Alert>
        )}
        <EmailField form={form} autoFocus />
        <PasswordField form={form} />
        <Button type="submit" loading={pending} fullWidth>
          Log in
        </Button>
        <Text size="sm" ta="center">
          <TextLink href={paths.forgotPassword()}>Forgot your password?</TextLink>
        </Text>
        <Text size="sm" c="dimmed" ta="center">
          New here? <TextLink href={paths.signUp()}>Create an account</TextLink>
        </Text>
      </Form>
    </>
  );
}

function OtherWaysIn({ handOver }: { handOver: () => { email: string; password: string } }) {
  return (
    <Text size="sm" mt={6}>
      <TextLink href={paths.confirm()} onClick={() => rememberCredentials(handOver())}>
        Confirm your address
      </TextLink>{" "}
      or <TextLink href={paths.forgotPassword()}>set a new password</TextLink>.
    </Text>
  );
}
