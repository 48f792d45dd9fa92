import { NumberInput, type NumberInputProps } from "@mantine/core";
import type { Field } from "./credentials.tsx";

type Props = Field<NumberInputProps> & { name: string /** After the point. */; digits?: number };

/** A number as it was typed: what is out of bounds is said by `checks.number`, not turned into another number. */
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
