/** Messages for mistakes that can be found before the form is sent. Undefined means that the value is good. */
export function email(value: string): string | undefined {
  if (value.trim() === "") return "Enter your e-mail address.";
  return /^[^@\s]+@[^@\s]+$/.test(value.trim()) ? undefined : "Enter a full address, such as alice@example.com.";
}

export function required(value: string, what: string): string | undefined {
  return value.trim() === "" ? `Enter ${what}.` : undefined;
}

/** Cognito's rules for a new password. */
export function newPassword(value: string): string | undefined {
  return value.length < 8 ? "Choose a password of 8 characters or more." : undefined;
}

export function code(value: string): string | undefined {
  return /^\s*[0-9]{4,10}\s*$/.test(value) ? undefined : "Enter the digits of the code from the mail.";
}

type Bounds = { min: number; max: number };

const NUMBER = new Intl.NumberFormat("en-US");

/** An empty number input holds an empty string. That is valid where the limit is optional. */
export function number(value: number | string, { min, max }: Bounds, none?: "may be empty"): string | undefined {
  if (value === "" && none !== undefined) return undefined;
  const isWithin = value !== "" && Number(value) >= min && Number(value) <= max;
  const orNone = none === undefined ? "" : ", or nothing for no limit";
  return isWithin ? undefined : `Enter a number from ${NUMBER.format(min)} to ${NUMBER.format(max)}${orNone}.`;
}

/** Names the first entry that is neither an address nor a domain. */
export function mailboxesOrDomains(entries: string[]): string | undefined {
  const wrong = entries.find((entry) => !/^(?:[^@\s]+@)?[^@\s]+\.[^@\s]+$/.test(entry));
  return wrong === undefined ? undefined : `"${wrong}" is neither an address nor a domain.`;
}
