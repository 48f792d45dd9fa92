/** Words for what can be seen to be wrong before anything is sent. Undefined when nothing is. */
export function email(value: string): string | undefined {
  if (value.trim() === "") return "Enter your e-mail address.";
  return /^[^@\s]+@[^@\s]+$/.test(value.trim()) ? undefined : "Enter a whole address, such as alice@example.com.";
}

export function required(value: string, what: string): string | undefined {
  return value.trim() === "" ? `Enter ${what}.` : undefined;
}

/** What Cognito takes as a new password. */
export function newPassword(value: string): string | undefined {
  return value.length < 8 ? "Choose a password of 8 characters or more." : undefined;
}

export function code(value: string): string | undefined {
  return /^\s*[0-9]{4,10}\s*$/.test(value) ? undefined : "Enter the digits of the code from the mail.";
}

type Bounds = { min: number; max: number };

const NUMBER = new Intl.NumberFormat("en-US");

/** An input of numbers holds a string while it is empty, which is as good where there need be no limit. */
export function number(value: number | string, { min, max }: Bounds, none?: "may be empty"): string | undefined {
  if (value === "" && none !== undefined) return undefined;
  const isWithin = value !== "" && Number(value) >= min && Number(value) <= max;
  const orNone = none === undefined ? "" : ", or nothing for no limit";
  return isWithin ? undefined : `Enter a number from ${NUMBER.format(min)} to ${NUMBER.format(max)}${orNone}.`;
}

/** A list of addresses and domains, one of which is neither. */
export function mailboxesOrDomains(entries: string[]): string | undefined {
  const wrong = entries.find((entry) => !/^(?:[^@\s]+@)?[^@\s]+\.[^@\s]+$/.test(entry));
  return wrong === undefined ? undefined : `"${wrong}" is neither an address nor a domain.`;
}
