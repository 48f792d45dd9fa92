import { matchesArn, matchesWildcard } from "./wildcard.ts";

type Operator = {
  /** Whether one value of the request agrees with one value of the policy. */
  agrees(wanted: string, given: string): boolean;
  /** `StringNotEquals` and similar operators are met if no value matches, so also if the key is missing. */
  negated?: true;
};

const equals = (wanted: string, given: string) => wanted === given;
const equalsIgnoringCase = (wanted: string, given: string) => wanted.toLowerCase() === given.toLowerCase();

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const OPERATORS: Record<string, Operator> = {
  StringEquals: { agrees: equals },
  StringNotEquals: { agrees: equals, negated: true },
  StringEqualsIgnoreCase: { agrees: equalsIgnoringCase },
  StringNotEqualsIgnoreCase: { agrees: equalsIgnoringCase, negated: true },
  StringLike: { agrees: matchesWildcard },
  StringNotLike: { agrees: matchesWildcard, negated: true },
  ArnEquals: { agrees: matchesArn },
  ArnLike: { agrees: matchesArn },
  ArnNotEquals: { agrees: matchesArn, negated: true },
  ArnNotLike: { agrees: matchesArn, negated: true },
  Bool: { agrees: equalsIgnoringCase },
};
