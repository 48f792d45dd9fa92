import { TextInput } from "@mantine/core";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import type { Answer } from "../../api/types.ts";
import { required } from "../../components/form/checks.ts";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import { changeUser } from "../../session/session.ts";

export type AccountRow = Answer<"getAccount">;

export function ProfileForm({ account }: { account: AccountRow }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { name: account.name },
    validate: ({ name }) => ({ name: required(name, "your name") }),
    send: (body) => call("patchAccount", { body }),
    onDone: ({ name }) => {
      changeUser({ name });
      void refresh("getAccount");
      tell("Your name is saved.");
    },
  });
  return (
    <FormSection title="Profile" save="Save name" {...{ submit, pending, problem }}>
      <TextInput
        label="Name"
        autoComplete="name"
        maxLength={100}
        key={form.key("name")}
        {...form.getInputProps("name")}
      />
    </FormSection>
  );
}
