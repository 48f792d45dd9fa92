import { call } from "../../api/call.ts";
import * as checks from "../../components/form/checks.ts";
import { PasswordField } from "../../components/form/credentials.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";

export function PasswordForm() {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { password: "", newPassword: "" },
    validate: ({ password, newPassword }) => ({
      password: checks.required(password, "your current password"),
      newPassword: checks.newPassword(newPassword),
    }),
    fieldOf: { wrong_password: "password", weak_password: "newPassword" },
    send: (body) => call("changePassword", { body }),
    onDone: () => {
      form.reset();
      tell("The password is changed. Other browsers are logged out.");
    },
  });
  return (
    <FormSection title="Password" save="Change password" {...{ submit, pending, problem }}>
      <PasswordField form={form} label="Current password" />
      <PasswordField form={form} name="newPassword" isNew label="New password" description="8 characters or more." />
    </FormSection>
  );
}
