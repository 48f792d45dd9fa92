/**
 * The AWS account and Region of one machine. fauxqs and dynalite put both into their ARNs, and cannot be configured
 * otherwise.
 */
export const ACCOUNT = "000000000000";
export const REGION = "us-east-1";
