// The SDK waits without end by default. These services answer in milliseconds, so a call that takes seconds is lost and
// is worth repeating while the function still has time. Without throwOnRequestTimeout the SDK only prints a warning.
export const SOON = { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true };
/** For bodies of up to 40 MB. */
export const SLOW = { connectionTimeout: 1_000, requestTimeout: 20_000, throwOnRequestTimeout: true };
