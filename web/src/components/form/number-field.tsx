import { NumberInput, type NumberInputProps } from "@mantine/core";
import type { Field } from "./credentials.tsx";

type Props = Field<NumberInputProps> & { name: string /** Digits after the decimal point. */; digits?: number };

/**
 * Keeps a number as it was typed. `checks.number` reports a number out of bounds; the input does not change it
 * silently.
 */
export function NumberField({ form, name, digits = 0, ...more }: Props) {
  return (
    <NumberInput
      allowDecimal={digits > 0}
      decimalScale={digits}
      thousandSeparator=","
      clampBehavior="none"
      key={form.key(name)}
      {...form.getInputProps(name)}
      {...more}
    />
  );
}
