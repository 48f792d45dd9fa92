/** Every address of the app. A link to a page that has moved does not compile. */
export const paths = {
  home: () => "/",
  keys: () => "/keys",
  agents: () => "/agents",
  agent: (id: string) => `/agents/${encodeURIComponent(id)}`,
  conversations: () => "/conversations",
  conversation: (id: string) => `/conversations/${encodeURIComponent(id)}`,
  usage: () => "/usage",
  webhooks: () => "/webhooks",
  webhook: (id: string) => `/webhooks/${encodeURIComponent(id)}`,
  account: () => "/account",
  machine: () => "/machine",
  signUp: () => "/signup",
  logIn: () => "/login",
  confirm: () => "/confirm",
  forgotPassword: () => "/forgot-password",
  resetPassword: () => "/reset-password",
} as const;
