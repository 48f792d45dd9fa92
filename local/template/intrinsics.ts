import * as z from "zod";
import { type Json, TemplateError } from "./template.ts";

type Context = {
  /** Resource and property, for the error message. */
  where: string;
  resolve: (value: Json) => Json;
  /** `name` is `Ref` or an attribute. Throws when there is no such value. */
  lookUp: (logicalId: string, name: string) => string;
};

type Intrinsic = (argument: Json, context: Context) => Json;

const list = z.array(z.json());
const subArgument = z.tuple([z.string(), z.record(z.string(), z.json())]);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (argument, { lookUp }) => lookUp(z.string().parse(argument), "Ref"),
  "Fn::GetAtt": (argument, { lookUp }) => {
    const path = typeof argument === "string" ? argument.split(".") : z.array(z.string()).parse(argument);
    const [logicalId = "", ...name] = path;
    return lookUp(logicalId, name.join("."));
  },
  "Fn::Join": (argument, { resolve }) => {
    const [separator, parts] = z.tuple([z.string(), z.json()]).parse(argument);
    return z.array(scalar).parse(resolve(parts)).join(separator);
  },
  "Fn::Split": (argument, { resolve }) => {
    const [separator, text] = z.tuple([z.string(), z.json()]).parse(argument);
    return z.string().parse(resolve(text)).split(separator);
  },
  "Fn::Select": (argument, { resolve }) => {
    const [index, items] = z.tuple([z.coerce.number(), z.json()]).parse(argument);
    const item = list.parse(resolve(items))[index];
    if (item === undefined) throw new Error(`there is no item ${index}`);
    return item;
  },
  "Fn::Sub": substitute,
};

function substitute(argument: Json, { resolve, lookUp }: Context): Json {
  const [text, variables] = subArgument.parse(typeof argument === "string" ? [argument, {}] : argument);
  return text.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const variable = variables[name];
    if (variable !== undefined) return scalar.parse(resolve(variable));
    const [logicalId = "", ...attribute] = name.split(".");
    return lookUp(logicalId, attribute.join(".") || "Ref");
  });
}

/** True for `{ "Ref": ... }` and `{ "Fn::Anything": ... }`, even if `resolveIntrinsic` does not know the function. */
export function isIntrinsic(value: { [key: string]: Json }): boolean {
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
}

/** @throws TemplateError when the function is unknown or its argument is malformed */
export function resolveIntrinsic(value: { [key: string]: Json }, context: Context): Json {
  const [name, argument] = Object.entries(value)[0] ?? ["", null];
  const intrinsic = INTRINSICS[name];
  if (!intrinsic) throw new TemplateError(`${context.where} uses ${name}, which this machine cannot resolve.`);
  try {
    return intrinsic(argument, context);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    throw new TemplateError(`${context.where} uses ${name} in a form that cannot be resolved.`, { cause: error });
  }
}
