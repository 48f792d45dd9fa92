import { type Provider, REGISTRY } from "./registry.ts";

/** The provider whose name this is for sure; undefined for a name that could be anybody's. */
export function providerOfModel(model: string): Provider | undefined {
  return REGISTRY.find(({ modelNames }) => modelNames.test(model.toLowerCase()))?.id;
}
