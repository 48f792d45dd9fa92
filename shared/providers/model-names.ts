import { type Provider, REGISTRY } from "./registry.ts";

/** The provider to which a model name certainly belongs; undefined for a name that several providers could use. */
export function providerOfModel(model: string): Provider | undefined {
  return REGISTRY.find(({ modelNames }) => modelNames.test(model.toLowerCase()))?.id;
}
