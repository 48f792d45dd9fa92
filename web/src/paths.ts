/** Every address of the app. A link to a page that has moved does not compile. */
export const paths = {
  home: () => "/",
  keys: () => "/keys",
  agents: () => "/agents",
  agent: (id: string) => `/agents/${encodeURIComponent(id)}`,
  conversations: () => "/conversations",
  conversation: (id: string) => `/conversations/${encodeURIComponent(id)}`,
  domains: () => "/domains",
  // A path with a dot is a file's. No domain has an underscore.
  domain: (domain: string) => `/domains/${domain.replaceAll(".", "_")}`,
  usage: () => "/usage",
  tokens: () => "/tokens",
  account: () => "/account",
  machine: () => "/machine",
  signUp: () => "/signup",
  logIn: () => "/login",
  confirm: () => "/confirm",
  forgotPassword: () => "/forgot-password",
  resetPassword: () => "/reset-password",
} as const;
