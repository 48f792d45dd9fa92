// A file of its own, so that a bundle loads the library with the first chain that it verifies.
export { arc } from "mailauth/lib/arc/index.js";
export { dkimVerify } from "mailauth/lib/dkim/verify.js";
