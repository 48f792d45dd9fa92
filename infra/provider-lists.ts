import { anyProvider } from "../shared/providers/registry.ts";

/** What stands between `<!-- providers -->` and `<!-- /providers -->`, or the same of `provider-ids`, in a page. */
const LISTS: Record<string, () => string> = {
  providers: () => anyProvider(),
  "provider-ids": () => anyProvider(({ id }) => `\`${id}\``),
};

/** The page with its lists of providers as the registry has them now. */
export function withProviderLists(page: string): string {
  return page.replaceAll(/(<!-- (provider[a-z-]*) -->)[^<]*(<!-- \/\2 -->)/g, (all, begin, name, end) => {
    const list = LISTS[name];
    return list === undefined ? all : `${begin}${list()}${end}`;
  });
}
