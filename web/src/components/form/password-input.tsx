import { PasswordInput as Input, type PasswordInputProps } from "@mantine/core";

/** Mantine's own says nothing of an error to a screen reader, and a form could not find the field at fault. */
export function PasswordInput(props: PasswordInputProps) {
  return <Input aria-invalid={props.error ? true : undefined} {...props} />;
}
