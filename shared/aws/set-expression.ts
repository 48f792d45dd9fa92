/** Some attributes of a row. A missing or undefined one keeps its value. */
export type Changes<T> = { [K in keyof T]?: T[K] | undefined };

/** The parts of a DynamoDB UpdateCommand that set attributes by name. */
export type SetExpression = {
  UpdateExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
};

/** Sets each attribute that is not undefined. Names go through placeholders, since many ordinary words are reserved. */
export function setExpression(values: Record<string, unknown>): SetExpression {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    UpdateExpression: `SET ${entries.map((_, i) => `#s${i} = :s${i}`).join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#s${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:s${i}`, value])),
  };
}
