/** Made by web/route-table.ts. */
declare module "virtual:routes" {
  type Routes = import("../../../shared/api/routes.ts").Routes;
  export const routes: {
    readonly [N in keyof Routes]: { readonly method: Routes[N]["method"]; readonly path: string };
  };
}
