/** The parts of dynalite that know DynamoDB: what a call may say, and what each operation does with a store. */
declare module "dynalite/validations/index.js" {
  export function toLowerFirst(name: string): string;
  export function checkTypes(data: object, types: object): object;
  export function checkValidations(data: object, types: object, custom: unknown, store: object): void;
}

declare module "dynalite/db/conditionParser.js" {
  const parser: import("./expression-cache.ts").Parser;
  export default parser;
}

declare module "dynalite/db/projectionParser.js" {
  const parser: import("./expression-cache.ts").Parser;
  export default parser;
}

declare module "dynalite/db/updateParser.js" {
  const parser: import("./expression-cache.ts").Parser;
  export default parser;
}
