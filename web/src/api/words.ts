const BY_STATUS: Record<number, string> = {
  401: "You are logged out. Log in again.",
  403: "You may not do this. Log in again, and try once more.",
  404: "There is nothing here, or it is not yours.",
  413: "This is larger than Latchkey accepts. Make it shorter.",
  429: "Too many tries. Wait a minute and try again.",
};

/** Sentences of the app itself. All others come from the API (shared/errors.ts). */
export const words = {
  offline: "Latchkey cannot be reached. Check your connection and try again.",
  notLoaded: "This part of Latchkey could not be loaded. Check your connection. If it works, reload the page.",
  pageError: "Something on this page broke. Reload it.",
  ofStatus: (status: number) => BY_STATUS[status] ?? "Something went wrong on our side. Try again in a moment.",
};
