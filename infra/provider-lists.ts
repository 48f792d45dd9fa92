import { joinProviders } from "../shared/providers/registry.ts";

/** The text between `<!-- providers -->` and `<!-- /providers -->` in a page, and likewise for `provider-ids`. */
const LISTS: Record<string, () => string> = {
  providers: () => joinProviders(),
  "provider-ids": () => joinProviders(({ id }) => `\`${id}\``),
};

/** Returns the page with its lists of providers written anew from the registry. */
export function withProviderLists(page: string): string {
  return page.replaceAll(/(<!-- (provider[a-z-]*) -->)[^<]*(<!-- \/\2 -->)/g, (all, begin, name, end) => {
    const list = LISTS[name];
    return list === undefined ? all : `${begin}${list()}${end}`;
  });
}
