import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from "@mantine/core";

/** What a field needs of the form of `useApiForm` that it is part of. */
export type Field<Input> = { form: { key(name: string): string; getInputProps(name: string): object } } & Omit<
  Input,
  "form"
>;

/** Named as browsers and password managers know it. */
export function EmailField({ form, ...more }: Field<TextInputProps>) {
  return (
    <TextInput
      label="E-mail"
      type="email"
      name="email"
      autoComplete="username"
      key={form.key("email")}
      {...form.getInputProps("email")}
      {...more}
    />
  );
}

/** The digits that were mailed; a phone offers them from the mail. */
export function CodeField({ form, ...more }: Field<TextInputProps>) {
  return (
    <TextInput
      label="Code"
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      autoFocus
      key={form.key("code")}
      {...form.getInputProps("code")}
      {...more}
    />
  );
}

type PasswordProps = Field<PasswordInputProps> & { isNew?: boolean };

/** The password that there is, or one that is chosen here. */
export function PasswordField({ form, name = "password", isNew = false, ...more }: PasswordProps) {
  return (
    <Secret
      label="Password"
      name={name}
      autoComplete={isNew ? "new-password" : "current-password"}
      key={form.key(name)}
      {...form.getInputProps(name)}
      {...more}
    />
  );
}

/** Mantine's own says nothing of an error to a screen reader, and a form could not find the field at fault. */
export function Secret(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={props.error ? true : undefined} {...props} />;
}
