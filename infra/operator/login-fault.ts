import { isNamed } from "./finding.ts";

/** Returns the remedy for an error that the credentials or the Region cause; undefined for any other error. */
export function loginFault(error: Error): string | undefined {
  if (error.message === "Region is missing") {
    return "No Region is set. Set AWS_REGION, such as AWS_REGION=eu-west-1, or a region in your AWS profile.";
  }
  if (isNamed(error, "CredentialsProviderError")) {
    return "There are no AWS credentials. Log in (aws sso login, or aws configure) and set AWS_PROFILE, until aws sts get-caller-identity answers.";
  }
  if (isNamed(error, "ExpiredToken", "ExpiredTokenException")) {
    return "The AWS credentials have expired. Log in again: aws sso login, or set new ones.";
  }
  return undefined;
}
