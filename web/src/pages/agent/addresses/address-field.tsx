import { Text, TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { useFree } from "./use-free.ts";

type Props = Omit<TextInputProps, "onChange" | "value" | "error"> & {
  /** Of the form: the last refusal of the API. */
  error?: TextInputProps["error"];
  onChange?: (typed: string) => void;
  defaultValue?: string;
};

/** A field for the part before the "@", which says while its owner types whether the address is free. */
export function AddressField({ error, onChange, defaultValue = "", ...field }: Props) {
  const [typed, setTyped] = useState(defaultValue);
  const { address, isFree, why } = useFree(typed);
  return (
    <div>
      <TextInput
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={320}
        {...field}
        defaultValue={defaultValue}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          onChange?.(value);
        }}
        error={error ?? why}
      />
      <Text size="sm" c="green" mt={4} role="status" style={{ overflowWrap: "anywhere" }}>
        {isFree && error === undefined && `${address} is free.`}
      </Text>
    </div>
  );
}
