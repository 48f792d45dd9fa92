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
