import { matchesArn, matchesWildcard } from "./wildcard.ts";

type Operator = {
  /** Whether one value of the request agrees with one value of the policy. */
  agrees(wanted: string, given: string): boolean;
  /** `StringNotEquals` and its like: met when nothing agrees, so also when the key is not there. */
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
