export { ApiError, type FieldAtFault } from "./api-error.ts";
export { everyPage } from "./every-page.ts";
export { idempotent } from "./idempotent.ts";
export { type Latchkey, type LatchkeyOptions, latchkey } from "./latchkey.ts";
export { ok } from "./ok.ts";
export type { components, operations, paths } from "./openapi.ts";
