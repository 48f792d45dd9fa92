import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from "@mantine/core";

/** The part of a `useApiForm` form that a field needs. */
export type Field<Input> = { form: { key(name: string): string; getInputProps(name: string): object } } & Omit<
  Input,
  "form"
>;

/** The field's name and autocomplete are the ones that browsers and password managers recognize. */
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

/** The digits that were mailed. A phone offers to fill them in from the mail. */
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

/** Either the current password or a new one. */
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

/**
 * Mantine's own password input does not announce an error to a screen reader, and a form cannot find it as the invalid
 * field.
 */
export function Secret(props: PasswordInputProps) {
  return <PasswordInput aria-invalid={props.error ? true : undefined} {...props} />;
}
