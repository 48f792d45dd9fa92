/**
 * The AWS account and Region of one machine. Both are what fauxqs and dynalite put into the ARNs that they make, and
 * neither can be told another.
 */
export const ACCOUNT = "000000000000";
export const REGION = "us-east-1";
